package dev.seamless.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.protocol.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayFilesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "V1__a.sql V2__b.sql, V3__",
        "V9__a.sql V10__b.sql, V11__",
        "V001__a.sql V002__b.sql, V003__",
        "V1.9__a.sql V1.10__b.sql, V1.11__",
        "V1_2__a.sql, V1_3__",
        "V20261123120000__a.sql, V20261123120001__",
        "V1__a.sql V2_1__user_bio_align_1_index.sql V2_2__user_bio_align_2_seal.sql, V3__",
        "R__view.sql afterMigrate.sql, V1__",
        "V7__a.java V3__b.sql, V8__",
    })
    void countsOnInTheStyleOfTheFilesThatAreThere(String present, String expected) throws IOException {
        for (String name : present.split(" ")) {
            Files.createFile(directory.resolve(name));
        }

        List<Path> written = new FlywayFiles(directory)
                .write("user-bio", List.of(new MigrationFile(Migration.EXPAND, "", "select 1;\n", true)));

        assertThat(written)
                .singleElement()
                .satisfies(path -> assertThat(path)
                        .hasFileName(expected + "user_bio_expand.sql")
                        .hasContent("select 1;"));
    }

    @Test
    void saysWhichFileCannotRunInATransaction() throws IOException {
        List<Path> written = new FlywayFiles(directory.resolve("new"))
                .write(
                        "user-bio",
                        List.of(
                                new MigrationFile(Migration.ALIGN, "1_index", "select 1;\n", false),
                                new MigrationFile(Migration.ALIGN, "2_seal", "select 2;\n", true)));

        assertThat(written)
                .extracting(path -> path.getFileName().toString())
                .containsExactly("V1_1__user_bio_align_1_index.sql", "V1_2__user_bio_align_2_seal.sql");
        assertThat(Path.of(written.get(0) + ".conf"))
                .content()
                .contains("\nexecuteInTransaction=false\n")
                .contains("transactional-lock=false");
        assertThat(Path.of(written.get(1) + ".conf")).doesNotExist();
    }
}
