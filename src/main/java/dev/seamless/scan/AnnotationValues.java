package dev.seamless.scan;

import java.util.HashMap;
import java.util.Map;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/** Reads the values of one {@link dev.seamless.Renamed}. */
final class AnnotationValues extends AnnotationVisitor {

    private final Map<String, String> values = new HashMap<>();

    AnnotationValues() {
        super(SpringAsmInfo.ASM_VERSION);
    }

    @Override
    public void visit(String name, Object value) {
        values.put(name, value instanceof Type type ? type.getClassName() : value.toString());
    }

    RenamedMember.Values toValues() {
        return new RenamedMember.Values(
                get("id"), get("from"), get("fromColumn"), get("fromJson"), get("converter"), get("attribute"));
    }

    private String get(String name) {
        return values.getOrDefault(name, "");
    }
}
