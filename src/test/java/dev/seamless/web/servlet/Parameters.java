package dev.seamless.web.servlet;

import dev.seamless.Renamed;
import dev.seamless.web.BoundParameters;
import dev.seamless.web.UsersApi.UserDto;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

class Parameters extends BoundParameters {

    @RequestMapping("/param")
    String param(@RequestParam(required = false) @Renamed(id = "user-bio", from = "bio") String description) {
        return "" + description;
    }

    @RequestMapping("/explicit")
    String explicit(
            @RequestParam(name = "text", required = false) @Renamed(id = "user-bio", fromJson = "old-bio") String t) {
        return "" + t;
    }

    @PostMapping("/file")
    String file(@RequestParam(required = false) @Renamed(id = "user-bio", from = "bio") MultipartFile description)
            throws IOException {
        return text(description);
    }

    @PostMapping("/part")
    String part(@RequestPart(required = false) @Renamed(id = "user-bio", from = "bio") Part description)
            throws IOException {
        return description == null
                ? "null"
                : new String(description.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @PostMapping("/json-part")
    String json(@RequestPart(required = false) @Renamed(id = "user-bio", from = "bio") UserDto description) {
        return description == null ? "null" : "" + description.description();
    }

    @PostMapping("/file-bean")
    String fileBean(@ModelAttribute FileForm form) throws IOException {
        return text(form.description());
    }

    record FileForm(@Renamed(id = "user-bio", from = "bio") MultipartFile description) {}

    private static String text(@Nullable MultipartFile file) throws IOException {
        return file == null ? "null" : new String(file.getBytes(), StandardCharsets.UTF_8);
    }
}
