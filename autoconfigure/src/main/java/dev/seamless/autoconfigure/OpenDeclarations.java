package dev.seamless.autoconfigure;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.scan.Declarations;
import dev.seamless.scan.RenamedMember;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** What is declared of renames whose old name is not over in every client, for frameworks that do not go through Jackson. */
final class OpenDeclarations {

    private final Declarations declarations;
    private final Renames renames;

    OpenDeclarations(Declarations declarations, Renames renames) {
        this.declarations = declarations;
        this.renames = renames;
    }

    /** The types that declare one. */
    Map<Class<?>, Rename> types(@Nullable ClassLoader classLoader) {
        Map<Class<?>, Rename> types = new HashMap<>();
        forEach((member, rename) ->
                types.putIfAbsent(ClassUtils.resolveClassName(member.owner().type(), classLoader), rename));
        return types;
    }

    /** The former names of attributes. */
    Map<String, Rename> formerNames() {
        Map<String, Rename> names = new HashMap<>();
        forEach((member, rename) -> {
            if (!member.renamed().from().isEmpty()) {
                names.putIfAbsent(member.renamed().from(), rename);
            }
        });
        return names;
    }

    private void forEach(BiConsumer<RenamedMember, Rename> each) {
        for (RenamedMember member : declarations.all()) {
            renames.find(member.renamed().id())
                    .filter(rename -> member.onApi() && member.isAttribute() && rename.api() != ApiPhase.NEW)
                    .ifPresent(rename -> each.accept(member, rename));
        }
    }
}
