package dev.seamless.hibernate;

import java.util.List;
import java.util.stream.Stream;

/** A way in which an application writes users, and the descriptions that it leaves behind. */
interface WritePath {

    UserFamily family();

    void write(Users users);

    List<String> descriptions();

    static Stream<WritePath> all() {
        return Stream.concat(Stream.of(FlushPath.values()), Stream.of(QueryPath.values()));
    }
}
