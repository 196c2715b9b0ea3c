package dev.seamless.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/** The names of a method's parameters: as {@code -parameters} wrote them, else as the debug information knows them. */
final class ParameterNames {

    private final List<@Nullable String> declared = new ArrayList<>();
    private final Map<Integer, String> locals = new HashMap<>();
    private final int firstSlot;
    private final Type[] types;

    ParameterNames(int access, String descriptor) {
        firstSlot = (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        types = Type.getArgumentTypes(descriptor);
    }

    void declared(@Nullable String name) {
        declared.add(name);
    }

    void local(String name, int slot) {
        locals.putIfAbsent(slot, name);
    }

    String of(int index) {
        String name = index < declared.size() ? declared.get(index) : null;
        if (name == null) {
            name = locals.get(slot(index));
        }
        return name != null ? name : "parameter " + (index + 1);
    }

    private int slot(int index) {
        int slot = firstSlot;
        for (int i = 0; i < index && i < types.length; i++) {
            slot += types[i].getSize();
        }
        return slot;
    }
}
