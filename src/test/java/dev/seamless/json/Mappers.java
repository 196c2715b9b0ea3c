package dev.seamless.json;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Mappers as Spring Boot builds them: with the modules that are on the class path, and ours. */
public final class Mappers {

    private Mappers() {}

    public static JsonMapper.Builder builder(Renames renames) {
        return JsonMapper.builder().findAndAddModules().addModule(new RenameModule(renames));
    }

    public static JsonMapper in(ApiPhase phase, String... ids) {
        return builder(renames(phase, ids)).build();
    }

    public static Renames renames(ApiPhase phase, String... ids) {
        return new Renames((ids.length == 0 ? Stream.of("user-bio") : Stream.of(ids))
                .map(id -> new Rename(id, SchemaPhase.OLD, phase))
                .toList());
    }

    public static Renames none() {
        return new Renames(List.of());
    }
}
