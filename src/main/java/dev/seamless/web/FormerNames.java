package dev.seamless.web;

import dev.seamless.Rename;
import dev.seamless.json.ClientView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the attributes of one type, or the parameters of one method, were called before. */
final class FormerNames {

    private final Map<String, Renaming> byOldName = new HashMap<>();
    private final Map<String, List<Former>> byNewName = new HashMap<>();

    /** What a name became, or a path: what it is called now, and the renames that did it. */
    record Renaming(List<Rename> renames, String newName) {

        boolean acceptsOld() {
            return all(rename -> rename.api().acceptsOld());
        }

        boolean all(Predicate<Rename> condition) {
            return renames.stream().allMatch(condition);
        }
    }

    /** A former name, and the rename that ended it. */
    private record Former(Rename rename, String name) {}

    /** Adds a former name, of several the oldest first, with the rename that ended it and those since. */
    void add(String oldName, List<Rename> renames, String newName) {
        if (byOldName.put(oldName, new Renaming(renames, newName)) == null) {
            byNewName.computeIfAbsent(newName, n -> new ArrayList<>()).add(new Former(renames.get(0), oldName));
        }
    }

    boolean isEmpty() {
        return byOldName.isEmpty();
    }

    /** Returns what the old name became, if it is one. */
    @Nullable
    Renaming find(String oldName) {
        return byOldName.get(oldName);
    }

    /** Returns the name that the client is served: the newest of those. */
    String toldTo(ClientView view, String newName) {
        List<Former> former = byNewName.getOrDefault(newName, List.of());
        String name = newName;
        for (int i = former.size() - 1; i >= 0 && !view.servesNew(former.get(i).rename()); i--) {
            name = former.get(i).name();
        }
        return name;
    }
}
