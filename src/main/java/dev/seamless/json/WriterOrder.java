package dev.seamless.json;

import java.util.List;
import tools.jackson.databind.ser.BeanPropertyWriter;

/**
 * Puts a former name where it stood before the rename, so that {@code OLD} serves the very bytes of then. That is not the
 * new name's place where Jackson sorts by name.
 */
final class WriterOrder {

    private final PropertyOrder order;

    WriterOrder(PropertyOrder order) {
        this.order = order;
    }

    /** Inserts a writer that is called by the current name, and writes the given one. */
    void insert(List<BeanPropertyWriter> writers, RenamedWriter writer, String name) {
        writers.add(position(writers, writer, name), writer);
    }

    private int position(List<BeanPropertyWriter> writers, RenamedWriter writer, String name) {
        boolean byName = order.isByName(writer.getName());
        int after = 0;
        for (int i = 0; i < writers.size(); i++) {
            BeanPropertyWriter other = writers.get(i);
            if (byName && order.isByName(other.getName())) {
                if (written(other).compareTo(name) > 0) {
                    return i;
                }
                after = i + 1;
            } else if (!byName && other.getName().equals(writer.getName())) {
                after = i + 1;
            }
        }
        return after;
    }

    private static String written(BeanPropertyWriter writer) {
        return writer instanceof RenamedWriter renamed ? renamed.written() : writer.getName();
    }
}
