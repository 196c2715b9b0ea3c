package dev.seamless.scan;

import dev.seamless.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.ClassUtils;

/** Reads the class files of some packages, and of the packages below them, for {@link dev.seamless.Renamed}. */
public final class RenameScanner {

    private final ResourcePatternResolver resources;

    /** Creates a scanner of what the given class loader sees; {@code null} stands for the default one. */
    public RenameScanner(@Nullable ClassLoader classLoader) {
        this.resources = new PathMatchingResourcePatternResolver(classLoader);
    }

    /**
     * Returns what the classes of the given packages declare.
     *
     * @throws RefusedException if a declaration cannot hold, alone or beside another one
     */
    public Declarations scan(Collection<String> packages) {
        List<RenamedMember> members = new ArrayList<>();
        for (String each : outermost(packages)) {
            for (Resource classFile : classFiles(each)) {
                members.addAll(read(classFile));
            }
        }
        return new Declarations(members);
    }

    /** Leaves out the packages that lie below another one, whose classes would be read twice. */
    private static List<String> outermost(Collection<String> packages) {
        List<String> kept = new ArrayList<>();
        for (String each : new TreeSet<>(packages)) {
            if (kept.stream().noneMatch(outer -> outer.isEmpty() || each.startsWith(outer + "."))) {
                kept.add(each);
            }
        }
        return kept;
    }

    private Resource[] classFiles(String packageName) {
        String pattern = ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX
                + ClassUtils.convertClassNameToResourcePath(packageName) + "/**/*.class";
        try {
            return resources.getResources(pattern);
        } catch (IOException e) {
            throw new RefusedException(
                    "The classes of the package '" + packageName + "' cannot be listed: " + e.getMessage() + ".",
                    "Check seamless.scan-packages and the class path.");
        }
    }

    private static List<RenamedMember> read(Resource classFile) {
        try (InputStream bytes = classFile.getInputStream()) {
            RenamedVisitor visitor = new RenamedVisitor();
            new ClassReader(bytes).accept(visitor, ClassReader.SKIP_FRAMES);
            return visitor.members();
        } catch (IOException | IllegalArgumentException e) {
            // IllegalArgumentException: a class file newer than the reader knows; Spring could not read it either.
            throw new RefusedException(
                    "The class file " + classFile.getDescription() + " cannot be read: " + e.getMessage() + ".",
                    "Compile it for a Java version that this Spring Framework knows.");
        }
    }
}
