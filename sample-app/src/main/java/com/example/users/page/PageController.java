package com.example.users.page;

import dev.seamless.Rename;
import dev.seamless.Renames;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page at / shows beside the API: the phases of this instance, and rows as they are in the table. */
@RestController
class PageController {

    private final JdbcClient jdbc;
    private final Renames renames;
    private final Environment environment;

    PageController(JdbcClient jdbc, Renames renames, Environment environment) {
        this.jdbc = jdbc;
        this.renames = renames;
        this.environment = environment;
    }

    @GetMapping("/page")
    Page page() {
        Rename bio = renames.find("user-bio").orElseThrow();
        List<Map<String, Object>> rows =
                jdbc.sql("select * from users order by id limit 5").query().listOfRows();
        return new Page(
                environment.getProperty("local.server.port", ""),
                bio.schema().name(),
                bio.api().name(),
                rows);
    }

    record Page(String port, String schema, String api, List<Map<String, Object>> rows) {}
}
