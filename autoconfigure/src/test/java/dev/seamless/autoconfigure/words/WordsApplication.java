package dev.seamless.autoconfigure.words;

import dev.seamless.Renamed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class WordsApplication {

    @RestController
    static class Members {

        @PostMapping("/body")
        String body(@RequestBody @Valid Member member) {
            return "ok";
        }

        @PostMapping("/bodies")
        String bodies(@RequestBody List<@Valid Member> members) {
            return "ok";
        }

        @GetMapping("/form")
        String form(@ModelAttribute @Valid MemberForm form) {
            return "ok";
        }

        @GetMapping("/parameter")
        String parameter(@RequestParam @Renamed(id = "member-bio", from = "bio") @Size(max = 3) String description) {
            return "ok";
        }

        @GetMapping("/number")
        String number(@RequestParam @Renamed(id = "member-years", from = "years") int age) {
            return "ok";
        }

        /** What the application takes itself has the names of its own code. */
        @GetMapping("/own")
        String own(@ModelAttribute @Valid MemberForm form, BindingResult errors) {
            return errors.getFieldErrors().stream()
                    .map(e -> e.getField())
                    .toList()
                    .toString();
        }
    }
}
