package dev.seamless.json;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * What one HTTP client is served: it travels with a single read or write, as a Jackson attribute, and never through a
 * thread. Immutable.
 *
 * <p>Where no view is present, JSON does not come from or go to a client of this API (a queue, a cache, an outgoing
 * request): it is written with the new name only, and both names are read.
 */
public final class ClientView {

    /** A client of which nothing is known: the phase of each rename decides, and {@link ApiPhase#BOTH} serves both. */
    public static final ClientView UNKNOWN = new ClientView(null, rename -> {}, null);

    private final @Nullable Set<String> newNames;
    private final Consumer<Rename> oldNameListener;
    private final @Nullable SentNames sent;

    private ClientView(@Nullable Set<String> newNames, Consumer<Rename> oldNameListener, @Nullable SentNames sent) {
        this.newNames = newNames;
        this.oldNameListener = oldNameListener;
        this.sent = sent;
    }

    /**
     * Returns the view of a client that knows the new name of the renames with the given ids, and the old name of all
     * others. In {@link ApiPhase#BOTH} it is served the name that it knows; in the other phases all clients are served
     * alike.
     */
    public static ClientView knowing(Set<String> ids) {
        return new ClientView(Set.copyOf(ids), UNKNOWN.oldNameListener, null);
    }

    /**
     * Returns this view with a listener, which is told each time that an old name is read from this client, also one that
     * is refused. It is called while a body is read: let it be quick, and safe for use by many threads.
     */
    public ClientView listening(Consumer<Rename> listener) {
        return new ClientView(newNames, oldNameListener.andThen(listener), sent);
    }

    /** Returns this view with a note of the names that the client uses in what is read from it. */
    public ClientView noting(SentNames sent) {
        return new ClientView(newNames, oldNameListener, sent);
    }

    /** Returns the writer, writing for this client. */
    public ObjectWriter on(ObjectWriter writer) {
        return writer.with(new ViewAttributes(writer.getConfig().getAttributes(), this));
    }

    /** Returns the reader, reading from this client. */
    public ObjectReader on(ObjectReader reader) {
        return reader.with(new ViewAttributes(reader.getConfig().getAttributes(), this));
    }

    /** Returns the view that the call at hand carries, or null outside of HTTP. */
    static @Nullable ClientView of(DatabindContext context) {
        return (ClientView) context.getAttribute(ViewAttributes.VIEW);
    }

    @Nullable
    SentNames sent() {
        return sent;
    }

    boolean isKnown() {
        return newNames != null;
    }

    /** Tells the listeners that this client has used the old name of the rename. */
    public void usesOldName(Rename rename) {
        oldNameListener.accept(rename);
    }

    /** Whether one name of the rename is this client's own, so that it counts where both come and differ. */
    public boolean prefersOneName(Rename rename) {
        return isKnown() && servesOld(rename) != servesNew(rename);
    }

    boolean servesOld(Rename rename) {
        return newNames == null || rename.api() != ApiPhase.BOTH
                ? rename.api().servesOld()
                : !newNames.contains(rename.id());
    }

    /** Whether this client is served the new name of the rename. */
    public boolean servesNew(Rename rename) {
        return newNames == null || rename.api() != ApiPhase.BOTH
                ? rename.api().servesNew()
                : newNames.contains(rename.id());
    }
}
