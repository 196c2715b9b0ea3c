package dev.seamless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationNeedsTheJdkOnlyTest {

    private static final String DTO = """
            package com.acme;

            import dev.seamless.RenameConverter;
            import dev.seamless.Renamed;

            public record UserDto(
                    Long id,
                    @Renamed(id = "user-bio", from = "bio") String description,
                    @Renamed(id = "user-age", from = "ageText", converter = UserDto.AgeConverter.class) Integer age) {

                public static final class AgeConverter implements RenameConverter<String, Integer> {

                    /** Creates one. */
                    public AgeConverter() {}

                    @Override
                    public Integer toNew(String oldValue) {
                        return Integer.valueOf(oldValue);
                    }

                    @Override
                    public String toOld(Integer newValue) {
                        return newValue.toString();
                    }
                }
            }
            """;

    @Test
    void aModuleOfDtosCompilesAgainstCoreAloneWithAllWarningsAsErrors(@TempDir Path output) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-Xlint:all", "-Werror", "-proc:none", "-classpath", core(), "-d", output.toString());
        boolean compiled = compiler.getTask(messages, null, null, options, null, List.of(new Source()))
                .call();
        assertThat(messages.toString()).isEmpty();
        assertThat(compiled).isTrue();
        assertThat(output.resolve("com/acme/UserDto.class")).exists();
    }

    /** The library's own classes, without a single dependency. */
    private static String core() throws URISyntaxException {
        return new File(Renamed.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getPath();
    }

    private static final class Source extends SimpleJavaFileObject {

        Source() {
            super(URI.create("string:///com/acme/UserDto.java"), JavaFileObject.Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return DTO;
        }
    }
}
