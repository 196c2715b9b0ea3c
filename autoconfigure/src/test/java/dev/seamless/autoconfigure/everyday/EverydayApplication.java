package dev.seamless.autoconfigure.everyday;

import com.fasterxml.jackson.annotation.JsonView;
import dev.seamless.Renamed;
import dev.seamless.autoconfigure.everyday.EverydayTypes.Contact;
import dev.seamless.autoconfigure.everyday.EverydayTypes.Derived;
import dev.seamless.autoconfigure.everyday.EverydayTypes.Envelope;
import dev.seamless.autoconfigure.everyday.EverydayTypes.Firm;
import dev.seamless.autoconfigure.everyday.EverydayTypes.Holding;
import dev.seamless.autoconfigure.everyday.EverydayTypes.Made;
import dev.seamless.autoconfigure.everyday.EverydayTypes.NamedByFactory;
import dev.seamless.autoconfigure.everyday.EverydayTypes.Person;
import dev.seamless.autoconfigure.everyday.EverydayTypes.Public;
import dev.seamless.autoconfigure.everyday.EverydayTypes.Unwrapping;
import dev.seamless.autoconfigure.everyday.EverydayTypes.UserDto;
import dev.seamless.autoconfigure.everyday.EverydayTypes.View;
import dev.seamless.autoconfigure.everyday.EverydayTypes.ViewOfUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What controllers look like in applications, on either stack. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EverydayApplication {

    @RestController
    static class Out {

        private final UserDto user = new UserDto(9, "x");

        @GetMapping("/out/wildcard")
        ResponseEntity<?> wildcard() {
            return ResponseEntity.ok(user);
        }

        @GetMapping("/out/object")
        Object object() {
            return List.of(user);
        }

        @GetMapping("/out/entities")
        ResponseEntity<List<UserDto>> entities() {
            return ResponseEntity.ok(List.of(user));
        }

        @GetMapping("/out/future")
        CompletableFuture<ResponseEntity<UserDto>> future() {
            return CompletableFuture.supplyAsync(() -> ResponseEntity.ok(user));
        }

        @GetMapping("/out/page")
        Page<UserDto> page() {
            return new PageImpl<>(List.of(user), PageRequest.of(0, 10), 1);
        }

        @GetMapping("/out/envelope")
        Envelope<List<UserDto>> envelope() {
            return new Envelope<>(List.of(user), "2");
        }

        @GetMapping("/out/map")
        Map<String, Object> map() {
            return Map.of("user", user);
        }

        @GetMapping("/out/made")
        Made made() {
            return new Made(9, "x");
        }

        @GetMapping("/out/named-by-factory")
        NamedByFactory namedByFactory() {
            return new NamedByFactory(9, "x");
        }

        @GetMapping("/out/unwrapping")
        Unwrapping unwrapping() {
            return new Unwrapping(user, "admin");
        }

        @GetMapping("/out/holding")
        Holding holding() {
            return new Holding(Optional.of(user), Map.of("a", user), List.<UserDto[]>of(new UserDto[] {user}));
        }

        @GetMapping("/out/contacts")
        List<Contact> contacts() {
            return List.of(new Person("x"), new Firm("v", "x"));
        }

        @GetMapping("/out/interface")
        View view() {
            return new ViewOfUser();
        }

        @JsonView(Public.class)
        @GetMapping("/out/json-view")
        Derived jsonView() {
            return Derived.of("x");
        }

        @GetMapping(path = "/out/vendor", produces = "application/vnd.acme.v1+json")
        UserDto vendor() {
            return user;
        }

        @GetMapping("/out/problem")
        UserDto problem() {
            throw new IllegalStateException("x");
        }

        @ExceptionHandler
        ProblemDetail failed(IllegalStateException e) {
            ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
            problem.setProperty("user", user);
            return problem;
        }
    }

    /** As an OpenAPI generator writes it, beside the class that implements it. */
    interface SearchApi {

        @GetMapping("/out/search")
        UserDto search(@RequestParam @Renamed(id = "user-bio", from = "bio") String description);
    }

    @RestController
    static class Search implements SearchApi {

        @Override
        public UserDto search(String description) {
            return new UserDto(1, description);
        }
    }

    @RestController
    static class In {

        @PostMapping("/in/entity")
        String entity(HttpEntity<UserDto> user) {
            return user.getBody().description();
        }

        @PostMapping("/in/list")
        String list(@RequestBody List<UserDto> users) {
            return users.get(0).description();
        }

        @PostMapping("/in/map")
        String map(@RequestBody Map<String, UserDto> users) {
            return users.get("a").description();
        }

        @PostMapping("/in/envelope")
        String envelope(@RequestBody Envelope<UserDto> envelope) {
            return envelope.data().description();
        }

        @PostMapping("/in/made")
        String made(@RequestBody Made made) {
            return made.description();
        }

        @PostMapping("/in/named-by-factory")
        String namedByFactory(@RequestBody NamedByFactory made) {
            return made.description();
        }

        @PostMapping("/in/unwrapping")
        String unwrapping(@RequestBody Unwrapping unwrapping) {
            return unwrapping.user().description();
        }

        @PostMapping("/in/holding")
        String holding(@RequestBody Holding holding) {
            return holding.one().orElseThrow().description();
        }

        @PostMapping("/in/contact")
        String contact(@RequestBody Contact contact) {
            return contact.description();
        }

        @PostMapping("/in/json-view")
        String jsonView(@RequestBody @JsonView(Public.class) Derived derived) {
            return derived.description + derived.secret;
        }

        @PostMapping(path = "/in/vendor", consumes = "application/vnd.acme.v1+json")
        String vendor(@RequestBody UserDto user) {
            return user.description();
        }
    }
}
