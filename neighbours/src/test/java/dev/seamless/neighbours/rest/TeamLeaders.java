package dev.seamless.neighbours.rest;

import dev.seamless.Renamed;
import org.springframework.data.rest.webmvc.RepositoryRestController;
import org.springframework.hateoas.EntityModel;
import org.springframework.hateoas.Link;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Answers beside what Spring Data REST exports, by its own converters. */
@RepositoryRestController
class TeamLeaders {

    public record LeaderDto(
            long id,
            @Renamed(id = "leader-bio", from = "bio") String description) {}

    @GetMapping("/teams/leader")
    ResponseEntity<?> leader() {
        return ResponseEntity.ok(new LeaderDto(9, "x"));
    }

    @GetMapping("/teams/leader-model")
    ResponseEntity<?> model() {
        return ResponseEntity.ok(EntityModel.of(new LeaderDto(9, "x"), Link.of("/teams")));
    }

    @PostMapping("/teams/leader")
    ResponseEntity<?> post(@RequestBody LeaderDto leader) {
        return ResponseEntity.ok(leader);
    }
}
