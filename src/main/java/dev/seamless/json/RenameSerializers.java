package dev.seamless.json;

import dev.seamless.RefusedException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.util.ClassUtil;
import tools.jackson.databind.util.NameTransformer;

/**
 * Puts a writer for each name in the place of a renamed attribute's writer. Hooks into {@code orderProperties}, which comes
 * after all filtering by name.
 */
final class RenameSerializers extends ValueSerializerModifier {

    private static final long serialVersionUID = 1;

    private final transient RenamedAttributes renamed;

    RenameSerializers(RenamedAttributes renamed) {
        this.renamed = renamed;
    }

    @Override
    public List<BeanPropertyWriter> orderProperties(
            SerializationConfig config, BeanDescription.Supplier type, List<BeanPropertyWriter> writers) {
        List<RenamedAttribute> attributes = renamed.of(config, type.get());
        if (attributes.isEmpty()) {
            return writers;
        }
        List<BeanPropertyWriter> all = new ArrayList<>(writers);
        WriterOrder order = new WriterOrder(new PropertyOrder(config, type.get()));
        for (RenamedAttribute attribute : attributes) {
            for (BeanPropertyWriter writer : writers) {
                if (writer.getName().equals(attribute.current().text())) {
                    addNames(all, writer, attribute, order);
                }
            }
        }
        return all;
    }

    /** Only Jackson's own is taken: what an application has put in its place may do more than write attributes. */
    @Override
    public ValueSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription.Supplier type, ValueSerializer<?> serializer) {
        if (!(serializer instanceof BeanSerializerBase bean) || !ClassUtil.isJacksonStdImpl(bean)) {
            return serializer;
        }
        List<RenamedAttribute> attributes = renamed.declared(config, type.get());
        return attributes.isEmpty() ? serializer : new RenamedSerializer(bean, attributes);
    }

    private static void addNames(
            List<BeanPropertyWriter> all, BeanPropertyWriter writer, RenamedAttribute attribute, WriterOrder order) {
        if (!attribute.current().servedToAll()) {
            all.set(all.indexOf(writer), new RenamedWriter(writer, attribute.current(), writer));
        }
        for (JsonName former : attribute.former()) {
            if (!former.servedToNone()) {
                order.insert(all, new RenamedWriter(writer, former, named(writer, former, attribute)), former.text());
            }
        }
    }

    private static BeanPropertyWriter named(BeanPropertyWriter writer, JsonName name, RenamedAttribute attribute) {
        if (!name.conversion().isNone()) {
            return new ConvertedWriter(writer, PropertyName.construct(name.text()), name.conversion());
        }
        try {
            return writer.rename(new Replacement(name.text()));
        } catch (IllegalStateException e) { // BeanPropertyWriter._new, in a subclass that does not override it
            throw new RefusedException(
                    "The renamed attribute " + attribute + " is written by "
                            + writer.getClass().getName() + ", which cannot write it under another name.",
                    "Take the Jackson module that brings this class out of the mapper, or keep the attribute's name.");
        }
    }

    private static final class Replacement extends NameTransformer {

        private final String name;

        Replacement(String name) {
            this.name = name;
        }

        @Override
        public String transform(String ignored) {
            return name;
        }

        @Override
        public String reverse(String transformed) {
            throw new UnsupportedOperationException();
        }
    }
}
