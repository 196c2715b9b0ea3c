package dev.seamless.web.servlet;

import dev.seamless.Renamed;
import dev.seamless.web.ParameterContract.Nested;
import dev.seamless.web.ParameterContract.UserForm;
import dev.seamless.web.ParameterContract.UserRecord;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a text in each way in which Spring binds parameters. */
@RestController
@RequestMapping("/parameters")
class Parameters {

    @RequestMapping("/param")
    String param(@RequestParam(required = false) @Renamed(id = "user-bio", from = "bio") String description) {
        return "" + description;
    }

    @RequestMapping("/explicit")
    String explicit(
            @RequestParam(name = "text", required = false) @Renamed(id = "user-bio", fromJson = "old-bio") String t) {
        return "" + t;
    }

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
