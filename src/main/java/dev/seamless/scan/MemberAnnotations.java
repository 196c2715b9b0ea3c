package dev.seamless.scan;

import dev.seamless.scan.RenamedMember.Owner;
import dev.seamless.scan.RenamedMember.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.SpringAsmInfo;

/** What the annotations of one member say: its renames, and whether its other names are explicit. */
final class MemberAnnotations {

    private static final String RENAMED = "Ldev/seamless/Renamed;";
    private static final String RENAMED_ALL = "Ldev/seamless/Renamed$All;";

    private final List<AnnotationValues> renamed = new ArrayList<>();
    private String attribute = "";
    private Site site;
    private boolean explicitColumn;
    private boolean explicitJson;

    MemberAnnotations(Site site) {
        this.site = site;
    }

    MemberAnnotations named(String name) {
        attribute = name;
        return this;
    }

    String attribute() {
        return attribute;
    }

    Site site() {
        return site;
    }

    List<RenamedMember> members(Owner owner) {
        return renamed.stream()
                .map(each -> new RenamedMember(owner, attribute, site, each.toValues(), explicitColumn, explicitJson))
                .toList();
    }

    @Nullable
    AnnotationVisitor visit(String descriptor) {
        return switch (descriptor) {
            case RENAMED -> values();
            case RENAMED_ALL ->
                new AnnotationVisitor(SpringAsmInfo.ASM_VERSION) {
                    @Override
                    public AnnotationVisitor visitArray(String name) {
                        return new AnnotationVisitor(SpringAsmInfo.ASM_VERSION) {
                            @Override
                            public AnnotationVisitor visitAnnotation(@Nullable String each, String nested) {
                                return values();
                            }
                        };
                    }
                };
            case "Ljakarta/persistence/Column;", "Ljakarta/persistence/JoinColumn;" ->
                new NameGiven("name", () -> explicitColumn = true);
            case "Lcom/fasterxml/jackson/annotation/JsonProperty;" -> new NameGiven("value", () -> explicitJson = true);
            case "Ljakarta/persistence/Transient;" -> {
                site = Site.HIDDEN_FIELD;
                yield null;
            }
            default -> null;
        };
    }

    private AnnotationVisitor values() {
        AnnotationValues values = new AnnotationValues();
        renamed.add(values);
        return values;
    }

    /** Notices that one text of an annotation is given and not empty. */
    private static final class NameGiven extends AnnotationVisitor {

        private final String element;
        private final Runnable action;

        NameGiven(String element, Runnable action) {
            super(SpringAsmInfo.ASM_VERSION);
            this.element = element;
            this.action = action;
        }

        @Override
        public void visit(String name, Object value) {
            if (name.equals(element) && !value.equals("")) {
                action.run();
            }
        }
    }
}
