package dev.seamless.neighbours.openapi;

import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class OpenApiApplication {

    record UserDto(
            @NotNull Long id,
            @Renamed(id = "user-bio", from = "bio") @NotNull String description,

            @Renamed(id = "user-price", from = "priceCents", converter = CentsToDecimal.class)
            BigDecimal price) {}

    static class CentsToDecimal implements RenameConverter<Long, BigDecimal> {
        @Override
        public BigDecimal toNew(Long cents) {
            return BigDecimal.valueOf(cents, 2);
        }

        @Override
        public Long toOld(BigDecimal price) {
            return price.movePointRight(2).longValue();
        }
    }

    @RestController
    static class Users {

        @GetMapping("/users")
        List<UserDto> all() {
            return List.of();
        }

        @PostMapping("/users")
        UserDto post(@RequestBody UserDto user) {
            return user;
        }
    }
}
