package dev.seamless.web.reactive;

import dev.seamless.Renamed;
import dev.seamless.web.ParameterContract.Nested;
import dev.seamless.web.ParameterContract.UserForm;
import dev.seamless.web.ParameterContract.UserRecord;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a text in each way in which Spring binds parameters. */
@RestController
@RequestMapping("/parameters")
class Parameters {

    @GetMapping("/param")
    String param(@RequestParam(required = false) @Renamed(id = "user-bio", from = "bio") String description) {
        return "" + description;
    }

    @GetMapping("/explicit")
    String explicit(
            @RequestParam(name = "text", required = false) @Renamed(id = "user-bio", fromJson = "old-bio") String t) {
        return "" + t;
    }

    /** {@code @RequestParam} takes the query only on WebFlux. */
    @PostMapping({"/param", "/explicit"})
    String form(@ModelAttribute Both form) {
        return "" + (form.text() == null ? form.description() : form.text());
    }

    record Both(
            @Renamed(id = "user-bio", from = "bio") String description,
            @Renamed(id = "user-bio", from = "old-bio") String text) {}

    @RequestMapping("/bean")
    String bean(@ModelAttribute UserForm form) {
        return "" + form.getDescription();
    }

    @RequestMapping("/record")
    String record(@ModelAttribute UserRecord form) {
        return "" + form.description();
    }

    @RequestMapping("/implicit")
    String implicit(UserRecord form) {
        return "" + form.description();
    }

    @RequestMapping("/nested")
    String nested(Nested form) {
        return "" + form.getUser().getDescription();
    }

    @RequestMapping("/list")
    String list(Nested form) {
        return form.getUsers().isEmpty() ? "null" : "" + form.getUsers().get(0).getDescription();
    }
}
