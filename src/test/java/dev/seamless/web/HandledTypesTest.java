package dev.seamless.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.OverridingClassLoader;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a signature says of the types that are served. */
class HandledTypesTest {

    static Stream<Arguments> methods() {
        return Stream.of(Having.class, HavingByMethod.class, HavingNot.class, HavingNotAsBody.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .map(method -> Arguments.of(
                                Named.of(type.getSimpleName() + "." + method.getName(), method),
                                !type.getSimpleName().startsWith("HavingNot"))));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void findsAnEntityWhereverASignatureHasIt(Method method, boolean has) throws Exception {
        HandlerMethod handler = new HandlerMethod(
                method.getDeclaringClass().getDeclaredConstructor().newInstance(), method);
        assertThat(handled(handler).contains(User.class)).isEqualTo(has);
    }

    @Test
    void findsWhatEachSubclassOfOneControllerPutsInItsPlace() throws Exception {
        for (String method : List.of("get", "all", "enveloped", "response")) {
            HandledTypes handled = handled(
                    new HandlerMethod(new Others(), method),
                    new HandlerMethod(new Raws(), method),
                    new HandlerMethod(new AllUsers(), method));
            assertThat(handled.contains(User.class)).as(method).isTrue();
            assertThat(handled.contains(Other.class)).as(method).isTrue();
            assertThat(handled.contains(Team.class)).as(method).isFalse();
        }
    }

    @Test
    void looksAtNoMethodUntilItIsAsked() {
        AtomicInteger looks = new AtomicInteger();
        HandledTypes handled = new HandledTypes(type -> true, () -> {
            looks.incrementAndGet();
            return Stream.empty();
        });
        assertThat(looks).hasValue(0);
        assertThat(handled.contains(User.class)).isFalse();
        assertThat(handled.contains(Other.class)).isFalse();
        assertThat(looks).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"field", "generic", "returned"})
    void passesOverWhatNamesATypeThatIsNotThere(String method) throws Exception {
        Class<?> controller = new WithoutOptional().loadClass(Optionals.class.getName());
        Constructor<?> constructor = controller.getDeclaredConstructor();
        constructor.setAccessible(true);
        HandlerMethod handler = new HandlerMethod(constructor.newInstance(), method);
        HandlerMethod users = new HandlerMethod(new Having(), "itself");
        assertThat(handled(handler, users).contains(User.class)).isTrue();
    }

    private static HandledTypes handled(HandlerMethod... handlers) {
        return new HandledTypes(type -> type.getName().startsWith("dev.seamless."), () -> Stream.of(handlers));
    }

    @ResponseBody
    static class Resource<T> {
        public T get() {
            return null;
        }

        public List<T> all() {
            return List.of();
        }

        public Envelope<T> enveloped() {
            return new Envelope<>(null, 1);
        }

        public ResponseEntity<T> response() {
            return ResponseEntity.noContent().build();
        }
    }

    static class Others extends Resource<Other> {}

    @SuppressWarnings("rawtypes")
    static class Raws extends Resource {}

    static class UserResource<S extends User> extends Resource<S> {}

    static class AllUsers extends UserResource<User> {}

    @RestController
    static class Optionals {
        public WithField field() {
            return null;
        }

        public WithGeneric generic() {
            return null;
        }

        public List<NotThere> returned() {
            return List.of();
        }
    }

    static class WithField {
        NotThere field;
    }

    static class WithGeneric {
        List<NotThere> field;
    }

    static class NotThere {}

    /** Has the classes above anew, but for one. */
    static class WithoutOptional extends OverridingClassLoader {
        WithoutOptional() {
            super(HandledTypesTest.class.getClassLoader());
        }

        @Override
        protected boolean isEligibleForOverriding(String name) {
            return Stream.of(Optionals.class, WithField.class, WithGeneric.class, NotThere.class)
                    .anyMatch(type -> type.getName().equals(name));
        }

        @Override
        protected Class<?> loadClassForOverriding(String name) throws ClassNotFoundException {
            if (name.equals(NotThere.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClassForOverriding(name);
        }
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

    /** By the superclass of a superclass, which has the same variable as the type of its field. */
    static class Outer extends OuterBase {}

    static class OuterBase extends Data<Inner> {}

    static class Inner extends InnerBase {}

    static class InnerBase extends Data<User> {}

    static class Data<T> {
        T data;
    }

    static class Admins extends UserList {}

    record Node<N extends Node<N>>(N next) {}

    record Left<R extends Right>(R right) {}

    record Right<L extends Left>(L left) {}

    @RestController
    static class Having {
        public User itself() {
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

        Outer byDataOfASuperclass() {
            return new Outer();
        }

        Admins byGenericSuperclassOfASuperclass() {
            return new Admins();
        }

        <S extends User> List<S> byBound() {
            return List.of();
        }

        void body(@RequestBody User user) {}

        void bodies(@RequestBody Flux<User> users) {}

        void entity(HttpEntity<User> user) {}

        void part(@RequestPart User user) {}
    }

    static class HavingByMethod {
        @ResponseBody
        public User itself() {
            return new User();
        }

        @Quoted
        User byMetaAnnotation() {
            return new User();
        }

        HttpEntity<User> entity() {
            return new HttpEntity<>(new User());
        }

        ResponseEntity<Flux<User>> flux() {
            return ResponseEntity.ok(Flux.empty());
        }

        CompletableFuture<ResponseEntity<User>> later() {
            return CompletableFuture.completedFuture(ResponseEntity.ok(new User()));
        }

        Flux<User> streamed() {
            return Flux.empty();
        }

        Mono<ResponseEntity<User>> mono() {
            return Mono.empty();
        }
    }

    static class HavingNotAsBody {
        User attribute() {
            return new User();
        }

        Mono<User> attributeLater() {
            return Mono.empty();
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ResponseBody
    @interface Quoted {}

    @RestController
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

        @SuppressWarnings("rawtypes")
        Left recursiveInTwo() {
            return new Left<>(null);
        }

        <E extends Comparable<E>> List<E> recursiveBound() {
            return List.of();
        }

        @SuppressWarnings("rawtypes")
        Enum recursiveRaw() {
            return null;
        }

        Envelope<List<String>> envelope() {
            return new Envelope<>(List.of(), 1);
        }

        String form(User user) {
            return "";
        }
    }
}
