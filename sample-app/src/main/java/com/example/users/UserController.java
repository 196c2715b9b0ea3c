package com.example.users;

import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
class UserController {

    private final UserService users;

    UserController(UserService users) {
        this.users = users;
    }

    @GetMapping
    PagedModel<UserDto> list(@PageableDefault(sort = "id") Pageable page) {
        return new PagedModel<>(users.list(page));
    }

    @GetMapping("/{id}")
    UserDto get(@PathVariable long id) {
        return users.get(id);
    }

    @PostMapping
    ResponseEntity<UserDto> create(@Valid @RequestBody UserDto user) {
        UserDto created = users.create(user);
        return ResponseEntity.created(URI.create("/api/users/" + created.id())).body(created);
    }

    @PutMapping("/{id}")
    UserDto replace(@PathVariable long id, @Valid @RequestBody UserDto user) {
        return users.replace(id, user);
    }

    /** A merge patch (RFC 7396): what the body leaves out stays, what it sets to null goes. */
    @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
    UserDto patch(@PathVariable long id, @RequestBody byte[] patch) {
        return users.patch(id, patch);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        users.delete(id);
    }
}
