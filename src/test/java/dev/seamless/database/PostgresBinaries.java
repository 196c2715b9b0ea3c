package dev.seamless.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The PostgreSQL versions that there are: 15 on the class path, and 18 in a jar that the profile "proof" lays beside it. */
public final class PostgresBinaries {

    static final PgBinaryResolver VERSION_18 = (system, architecture) -> read(jar18());

    private PostgresBinaries() {}

    /** The newest version at hand. */
    public static PgBinaryResolver newest() {
        return jar18() == null ? DefaultPostgresBinaryResolver.INSTANCE : VERSION_18;
    }

    private static String jar18() {
        return System.getProperty("seamless-test.postgres-18");
    }

    /** Two versions of the jar cannot be on one class path. */
    private static InputStream read(String file) throws IOException {
        try (ZipFile jar = new ZipFile(file)) {
            ZipEntry archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream content = jar.getInputStream(archive)) {
                return new ByteArrayInputStream(content.readAllBytes());
            }
        }
    }
}
