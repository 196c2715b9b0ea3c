package dev.seamless;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All renames that the code of this application declares, in the order of their ids. Immutable. */
public final class Renames implements Iterable<Rename> {

    private final Map<String, Rename> byId = new TreeMap<>();

    /**
     * Creates the set of the given renames.
     *
     * @throws IllegalArgumentException if two of them have the same id
     */
    public Renames(Collection<Rename> renames) {
        for (Rename rename : renames) {
            if (byId.put(rename.id(), rename) != null) {
                throw new IllegalArgumentException("two renames have the id '" + rename.id() + "'");
            }
        }
    }

    /** Whether the application declares no rename: then nothing of Seamless has anything to do. */
    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** Returns the rename with the given id, if the code declares it. */
    public Optional<Rename> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Returns the rename with the given id, for a member that was found to carry it.
     *
     * @param member the member, for the message
     * @throws RefusedException if the scan did not see the declaration
     */
    public Rename of(String id, String member) {
        return find(id).orElseThrow(() -> new RefusedException(
                member + " declares the rename '" + id + "', but lies outside of the scanned packages.",
                "Add its package to seamless.scan-packages."));
    }

    @Override
    public Iterator<Rename> iterator() {
        return byId.values().iterator();
    }

    @Override
    public String toString() {
        return byId.values().toString();
    }
}
