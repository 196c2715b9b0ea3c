package dev.seamless.web.reactive;

import dev.seamless.Renamed;
import dev.seamless.web.BoundParameters;
import dev.seamless.web.UsersApi.UserDto;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import reactor.core.publisher.Mono;

class Parameters extends BoundParameters {

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

    @PostMapping("/file")
    Mono<String> file(@RequestPart(required = false) @Renamed(id = "user-bio", from = "bio") FilePart description) {
        return text(description);
    }

    @PostMapping("/part")
    Mono<String> part(@RequestPart(required = false) @Renamed(id = "user-bio", from = "bio") Part description) {
        return text(description);
    }

    @PostMapping("/json-part")
    String json(@RequestPart(required = false) @Renamed(id = "user-bio", from = "bio") UserDto description) {
        return description == null ? "null" : "" + description.description();
    }

    @PostMapping("/file-bean")
    Mono<String> fileBean(@ModelAttribute FileForm form) {
        return text(form.description());
    }

    record FileForm(@Renamed(id = "user-bio", from = "bio") FilePart description) {}

    private static Mono<String> text(@Nullable Part part) {
        return part == null
                ? Mono.just("null")
                : DataBufferUtils.join(part.content()).map(buffer -> buffer.toString(StandardCharsets.UTF_8));
    }
}
