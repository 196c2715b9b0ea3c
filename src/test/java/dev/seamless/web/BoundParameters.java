package dev.seamless.web;

import dev.seamless.Renamed;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a text in each way in which Spring binds objects from parameters; each stack adds what is its own. */
@RestController
@RequestMapping("/parameters")
public abstract class BoundParameters {

    @RequestMapping("/bean")
    String bean(@ModelAttribute UserForm form) {
        return "" + form.getDescription();
    }

    @RequestMapping("/record")
    String record(@ModelAttribute UserRecord form) {
        return "" + form.description();
    }

    @RequestMapping("/implicit")
    String implicit(UserRecord form) {
        return "" + form.description();
    }

    @RequestMapping("/nested")
    String nested(Nested form) {
        return "" + form.getUser().getDescription();
    }

    @RequestMapping("/list")
    String list(Nested form) {
        return form.getUsers().isEmpty() ? "null" : "" + form.getUsers().get(0).getDescription();
    }

    public static class UserForm {
        @Renamed(id = "user-bio", from = "bio")
        private String description;

        public String getDescription() {
            return description;
        }

        public void setDescription(String description) {
            this.description = description;
        }
    }

    public record UserRecord(
            @Renamed(id = "user-bio", from = "bio") String description) {}

    public static class Nested {
        private UserForm user = new UserForm();
        private List<UserForm> users = new ArrayList<>();

        public UserForm getUser() {
            return user;
        }

        public void setUser(UserForm user) {
            this.user = user;
        }

        public List<UserForm> getUsers() {
            return users;
        }

        public void setUsers(List<UserForm> users) {
            this.users = users;
        }
    }
}
