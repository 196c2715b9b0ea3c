package dev.seamless.autoconfigure;

import dev.seamless.json.JsonRename;
import dev.seamless.web.OpenNames;
import java.util.Collection;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What the application accepts to know nothing of old names. */
final class AcceptedNames {

    private AcceptedNames() {}

    static OpenNames of(Collection<JsonRename> names, Environment environment) {
        return new OpenNames(names, in(environment));
    }

    static Set<String> in(Environment environment) {
        return Binder.get(environment)
                .bind("seamless.accept-converters", Bindable.setOf(String.class))
                .orElse(Set.of());
    }
}
