package dev.seamless.neighbours.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mapstruct.ap.MappingProcessor;

/** MapStruct, whose mappers are made when they are compiled. */
class MapStructTest {

    private static final String TYPES =
            "class User { public String description; } class UserDto { public String bio; } ";

    @TempDir
    private Path classes;

    @Test
    void leavesOutTheAttributeWithAWarningWhereOneSideAloneIsRenamed() throws IOException {
        List<Diagnostic<?>> diagnostics = compile("@Mapper interface M { UserDto map(User user); }");
        assertThat(diagnostics).noneMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
        assertThat(diagnostics).anyMatch(each -> each.getMessage(null).contains("Unmapped target property: \"bio\""));
    }

    @Test
    void failsToCompileWhereUnmappedTargetsAreErrors() throws IOException {
        assertThat(compile(
                        "@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR) interface M { UserDto map(User u); }"))
                .anyMatch(each -> each.getKind() == Diagnostic.Kind.ERROR
                        && each.getMessage(null).contains("Unmapped target property: \"bio\""));
    }

    @Test
    void failsToCompileWhereAMappingNamesTheOldAttribute() throws IOException {
        assertThat(compile("@Mapper interface M { @Mapping(source = \"bio\", target = \"bio\") UserDto map(User u); }"))
                .anyMatch(each -> each.getKind() == Diagnostic.Kind.ERROR
                        && each.getMessage(null).contains("bio"));
    }

    private List<Diagnostic<?>> compile(String mapper) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    diagnostics,
                    List.of("-classpath", System.getProperty("java.class.path")),
                    null,
                    List.of(new Source("import org.mapstruct.*; " + mapper + " " + TYPES)));
            task.setProcessors(List.of(new MappingProcessor()));
            task.call();
        }
        return List.copyOf(diagnostics.getDiagnostics());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String code) {
            super(URI.create("string:///M.java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
