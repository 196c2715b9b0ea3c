package dev.seamless.json;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
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

    /** The renames with the given ids in the phase; "user-bio" by default, and "first-bio", which is over. */
    public static Renames renames(ApiPhase phase, String... ids) {
        return new Renames(
                Stream.concat(Stream.of("first-bio"), ids.length == 0 ? Stream.of("user-bio") : Stream.of(ids))
                        .map(id -> new Rename(id, SchemaPhase.OLD, id.equals("first-bio") ? ApiPhase.NEW : phase))
                        .toList());
    }
}
