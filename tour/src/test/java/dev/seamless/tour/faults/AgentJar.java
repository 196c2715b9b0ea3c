package dev.seamless.tour.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;

/** The {@link FaultAgent} as a JVM takes one: a jar, made where it is needed. */
final class AgentJar {

    private AgentJar() {}

    static Path make(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path jar = directory.resolve("fault-agent.jar");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(new Attributes.Name("Premain-Class"), FaultAgent.class.getName());
        main.put(Attributes.Name.CLASS_PATH, byteBuddy().toUri().toString());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : classes()) {
                out.putNextEntry(new JarEntry("dev/seamless/tour/faults/" + name));
                try (InputStream content = Objects.requireNonNull(AgentJar.class.getResourceAsStream(name))) {
                    content.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }

    private static List<String> classes() throws IOException {
        try (Stream<Path> files = Files.list(place(FaultAgent.class).resolve("dev/seamless/tour/faults"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("FaultAgent") && name.endsWith(".class"))
                    .toList();
        }
    }

    private static Path byteBuddy() {
        return place(ByteBuddy.class);
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
