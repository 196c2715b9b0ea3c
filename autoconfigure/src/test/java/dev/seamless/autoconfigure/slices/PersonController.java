package dev.seamless.autoconfigure.slices;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PersonController {

    @PostMapping("/person")
    PersonDto echo(@RequestBody PersonDto person) {
        return person;
    }
}
