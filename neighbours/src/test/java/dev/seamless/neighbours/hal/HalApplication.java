package dev.seamless.neighbours.hal;

import dev.seamless.Renamed;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.hateoas.CollectionModel;
import org.springframework.hateoas.EntityModel;
import org.springframework.hateoas.Link;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class HalApplication {

    record UserDto(
            long id, @Renamed(id = "user-bio", from = "bio") String description) {}

    @RestController
    static class Users {

        private final UserDto user = new UserDto(9, "x");

        @GetMapping("/one")
        EntityModel<UserDto> one() {
            return EntityModel.of(user, Link.of("/one"));
        }

        @GetMapping("/many")
        CollectionModel<EntityModel<UserDto>> many() {
            return CollectionModel.of(List.of(one()), Link.of("/many"));
        }

        @GetMapping("/plain")
        UserDto plain() {
            return user;
        }
    }
}
