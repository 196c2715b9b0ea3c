package dev.seamless.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a signature says of the types that are served. */
class HandledTypesTest {

    static Stream<Arguments> methods() {
        return Stream.of(Having.class, HavingNot.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .map(method -> Arguments.of(Named.of(method.getName(), method), type == Having.class)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void findsAnEntityWhereverASignatureHasIt(Method method, boolean has) throws Exception {
        HandledTypes handled = new HandledTypes(type -> type.getName().startsWith("dev.seamless."));
        handled.add(new HandlerMethod(
                method.getDeclaringClass().getDeclaredConstructor().newInstance(), method));
        assertThat(handled.contains(User.class)).isEqualTo(has);
    }

    static class Base {}

    static class User extends Base {}

    static class Admin extends User {}

    static class Other extends Base implements Comparable<Other> {
        static User shared;
        transient User cached;

        @Override
        public int compareTo(Other other) {
            return 0;
        }
    }

    record Envelope<T>(T data, int next) {}

    record Team(List<User> members) {}

    static class Users extends Envelopes<User> {}

    static class Envelopes<T> {
        List<Envelope<T>> all;
    }

    static class UserList extends ArrayList<User> {}

    record Node<N extends Node<N>>(N next) {}

    static class Having {
        User itself() {
            return new User();
        }

        Base asWhatItExtends() {
            return new User();
        }

        Admin asWhatExtendsIt() {
            return new Admin();
        }

        List<User> list() {
            return List.of();
        }

        User[] array() {
            return new User[0];
        }

        Page<User> page() {
            return Page.empty();
        }

        Optional<User> optional() {
            return Optional.empty();
        }

        Map<String, List<? extends User>> map() {
            return Map.of();
        }

        ResponseEntity<List<User>> response() {
            return ResponseEntity.ok(List.of());
        }

        CompletableFuture<ResponseEntity<User>> later() {
            return CompletableFuture.completedFuture(ResponseEntity.ok(new User()));
        }

        Mono<User> mono() {
            return Mono.empty();
        }

        Mono<ResponseEntity<Flux<User>>> flux() {
            return Mono.empty();
        }

        Envelope<User> envelope() {
            return new Envelope<>(new User(), 1);
        }

        Team inside() {
            return new Team(List.of());
        }

        Users bySuperclass() {
            return new Users();
        }

        UserList byGenericSuperclass() {
            return new UserList();
        }

        void body(@RequestBody User user) {}

        void bodies(@RequestBody Flux<User> users) {}

        void entity(HttpEntity<User> user) {}

        void part(@RequestPart User user) {}
    }

    static class HavingNot {
        void nothing() {}

        Object unknown() {
            return new User();
        }

        List<?> anything() {
            return List.of();
        }

        Other other() {
            return new Other();
        }

        Node<?> recursive() {
            return new Node<>(null);
        }

        Envelope<List<String>> envelope() {
            return new Envelope<>(List.of(), 1);
        }

        String form(User user) {
            return "";
        }
    }
}
