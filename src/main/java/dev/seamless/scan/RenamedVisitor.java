package dev.seamless.scan;

import dev.seamless.scan.RenamedMember.Owner;
import dev.seamless.scan.RenamedMember.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.RecordComponentVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/** Collects the {@link dev.seamless.Renamed} members of one class file. */
final class RenamedVisitor extends ClassVisitor {

    private static final Set<String> PERSISTENT = Set.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/MappedSuperclass;");

    private final List<MemberAnnotations> found = new ArrayList<>();
    private final Set<String> components = new HashSet<>();
    private String type = "";
    private boolean persistent;

    RenamedVisitor() {
        super(SpringAsmInfo.ASM_VERSION);
    }

    List<RenamedMember> members() {
        Owner owner = new Owner(type, persistent);
        List<RenamedMember> members = new ArrayList<>();
        for (MemberAnnotations each : found) {
            if (each.site() == Site.COMPONENT || !components.contains(each.attribute())) {
                members.addAll(each.members(owner));
            }
        }
        return members;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        type = Type.getObjectType(name).getClassName();
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        persistent |= PERSISTENT.contains(descriptor);
        return null;
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
        components.add(name);
        MemberAnnotations member = found(name, Site.COMPONENT);
        return new RecordComponentVisitor(api) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return member.visit(annotation);
            }
        };
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        boolean hidden = (access & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT)) != 0;
        MemberAnnotations member = found(name, hidden ? Site.HIDDEN_FIELD : Site.FIELD);
        return new FieldVisitor(api) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return member.visit(annotation);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        boolean constructor = name.equals("<init>");
        boolean getter = Accessors.isGetter(name, descriptor);
        MemberAnnotations method = found(Accessors.attribute(name), getter ? Site.GETTER : Site.METHOD);
        Site parameterSite = constructor ? Site.CONSTRUCTOR_PARAMETER : Site.METHOD_PARAMETER;
        ParameterNames names = new ParameterNames(access, descriptor);
        Map<Integer, MemberAnnotations> parameters = new HashMap<>();
        return new MethodVisitor(api) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return method.visit(annotation);
            }

            @Override
            public void visitParameter(@Nullable String parameter, int parameterAccess) {
                names.declared(parameter);
            }

            @Override
            public void visitLocalVariable(
                    String variable,
                    String variableDescriptor,
                    @Nullable String variableSignature,
                    Label start,
                    Label end,
                    int slot) {
                names.local(variable, slot);
            }

            @Override
            public @Nullable AnnotationVisitor visitParameterAnnotation(int index, String annotation, boolean visible) {
                return parameters
                        .computeIfAbsent(index, i -> new MemberAnnotations(parameterSite))
                        .visit(annotation);
            }

            @Override
            public void visitEnd() {
                parameters.forEach((index, member) -> found.add(member.named(names.of(index))));
            }
        };
    }

    private MemberAnnotations found(String attribute, Site site) {
        MemberAnnotations member = new MemberAnnotations(site).named(attribute);
        found.add(member);
        return member;
    }
}
