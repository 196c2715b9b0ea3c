package dev.seamless.autoconfigure.stacks;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class StacksApplication {

    @RestController
    static class Items {

        @PostMapping("/body")
        ItemDto body(@RequestBody ItemDto item) {
            return item;
        }

        @GetMapping("/query")
        ItemDto query(ItemDto item) {
            return item;
        }
    }
}
