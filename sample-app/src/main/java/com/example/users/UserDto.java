package com.example.users;

import dev.seamless.Renamed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

public record UserDto(
        Long id,
        @NotBlank @Size(max = 40) String handle,
        @NotBlank @Size(max = 80) String displayName,

        @Renamed(id = "user-bio", from = "bio")
        @Size(max = 280)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String description) {}
