package dev.seamless.web;

import dev.seamless.Renamed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A users service with records and beans, as a team would write it on either stack; each stack adds its merge patches. */
public final class UsersApi {

    private UsersApi() {}

    public record UserDto(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) {}

    public static class UserBean {
        public Long id;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "absent";

        public UserBean copy() {
            UserBean copy = new UserBean();
            copy.id = id;
            copy.description = description;
            return copy;
        }
    }

    @RestController
    @RequestMapping("/users")
    public static class Users {

        protected final Map<Long, UserDto> users = new ConcurrentHashMap<>();

        @GetMapping
        List<UserDto> list(@RequestParam("id") long id) {
            return List.of(users.get(id));
        }

        @GetMapping("/{id}")
        ResponseEntity<UserDto> get(@PathVariable("id") long id) {
            return ResponseEntity.of(Optional.ofNullable(users.get(id)));
        }

        @PostMapping
        ResponseEntity<UserDto> post(@RequestBody UserDto user) {
            users.put(user.id(), user);
            return ResponseEntity.status(HttpStatus.CREATED).body(user);
        }

        @PutMapping("/{id}")
        UserDto put(@PathVariable("id") long id, @RequestBody UserDto user) {
            users.put(id, new UserDto(id, user.description()));
            return users.get(id);
        }
    }

    @RestController
    @RequestMapping("/beans")
    public static class Beans {

        protected final Map<Long, UserBean> beans = new ConcurrentHashMap<>();

        @GetMapping
        List<UserBean> list(@RequestParam("id") long id) {
            return List.of(beans.get(id));
        }

        @GetMapping("/{id}")
        ResponseEntity<UserBean> get(@PathVariable("id") long id) {
            return ResponseEntity.of(Optional.ofNullable(beans.get(id)));
        }

        @PostMapping
        ResponseEntity<UserBean> post(@RequestBody UserBean bean) {
            beans.put(bean.id, bean);
            return ResponseEntity.status(HttpStatus.CREATED).body(bean);
        }

        @PutMapping("/{id}")
        UserBean put(@PathVariable("id") long id, @RequestBody UserBean bean) {
            bean.id = id;
            beans.put(id, bean);
            return bean;
        }
    }
}
