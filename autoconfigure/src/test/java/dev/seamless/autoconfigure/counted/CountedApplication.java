package dev.seamless.autoconfigure.counted;

import dev.seamless.Rename;
import dev.seamless.Renamed;
import dev.seamless.gate.ClientVersion;
import dev.seamless.gate.GateObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Every point at which a request is asked for a name. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class CountedApplication {

    record PostDto(
            @Renamed(id = "post-text", from = "body") String text,
            @Renamed(id = "post-writer", from = "author") Writer writer) {}

    record Writer(
            @Renamed(id = "writer-nick", from = "alias") String nick) {}

    record Tag(
            @Renamed(id = "tag-keyword", from = "keyword") @Renamed(id = "tag-label", from = "tag")
            String label) {}

    static class PostBean {
        @Renamed(id = "post-text", from = "body")
        private String text;

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }

    /** How often each client used the old name of each rename. */
    static class Uses implements GateObserver {

        private final Map<String, Integer> counted = new ConcurrentHashMap<>();

        @Override
        public void usedOldName(@Nullable ClientVersion client, Rename rename) {
            counted.merge((client == null ? "unknown" : client.platform()) + " " + rename.id(), 1, Integer::sum);
        }

        Map<String, Integer> take() {
            Map<String, Integer> taken = Map.copyOf(counted);
            counted.clear();
            return taken;
        }
    }

    @Bean
    Uses uses() {
        return new Uses();
    }

    @RestController
    static class OnBothStacks {

        private final PostRepository posts;

        OnBothStacks(PostRepository posts) {
            this.posts = posts;
        }

        @PostMapping("/json/record")
        String json(@RequestBody PostDto post) {
            return "" + post.text();
        }

        @PostMapping("/json/bean")
        String json(@RequestBody PostBean post) {
            return post.getText();
        }

        @PostMapping("/json/tag")
        String json(@RequestBody Tag tag) {
            return tag.label();
        }

        @GetMapping("/tag")
        String tag(Tag tag) {
            return tag.label();
        }

        @GetMapping("/param/tag")
        String tagParam(
                @RequestParam @Renamed(id = "tag-keyword", from = "keyword") @Renamed(id = "tag-label", from = "tag")
                        String label) {
            return label;
        }

        @PostMapping("/json/entity")
        String json(HttpEntity<List<PostDto>> posts) {
            return "" + posts.getBody().size();
        }

        @PostMapping("/json/future")
        CompletableFuture<String> later(@RequestBody PostDto post) {
            return CompletableFuture.supplyAsync(post::text);
        }

        @GetMapping("/param")
        String param(@RequestParam @Renamed(id = "post-text", from = "body") String text) {
            return text;
        }

        @GetMapping("/param/future")
        CompletableFuture<String> paramLater(@RequestParam @Renamed(id = "post-text", from = "body") String text) {
            return CompletableFuture.supplyAsync(() -> text);
        }

        @GetMapping(path = "/param/flux", produces = "application/x-ndjson")
        Flux<Map<String, String>> stream(@RequestParam @Renamed(id = "post-text", from = "body") String text) {
            return Flux.just(Map.of("a", text), Map.of("a", text));
        }

        @RequestMapping("/bean")
        String bean(PostBean post) {
            return post.getText();
        }

        @RequestMapping("/record")
        String record(PostDto post) {
            return post.text();
        }

        @RequestMapping("/nested")
        String nested(PostDto post) {
            return post.writer().nick();
        }

        @RequestMapping("/two")
        String two(PostBean one, PostDto other) {
            return one.getText() + other.text();
        }

        @PostMapping("/form/future")
        CompletableFuture<String> formLater(PostBean post) {
            return CompletableFuture.supplyAsync(post::getText);
        }

        @PostMapping("/part/json")
        String part(@RequestPart PostDto post) {
            return post.text();
        }

        @GetMapping("/sorted")
        String sorted(Sort sort) {
            return "" + posts.findAll(sort).size();
        }

        @GetMapping("/paged")
        String paged(Pageable page) {
            return "" + posts.findAll(page).getTotalElements();
        }
    }
}
