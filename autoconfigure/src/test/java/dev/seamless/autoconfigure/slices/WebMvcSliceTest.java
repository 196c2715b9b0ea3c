package dev.seamless.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(properties = "seamless.renames.person-bio.api=both")
class WebMvcSliceTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void servesAndAcceptsBothNames() {
        assertThat(mvc.post()
                        .uri("/person")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"bio\":\"x\"}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"description\":\"x\",\"bio\":\"x\"}");
    }

    @Test
    void withoutAPlatformThereIsNoGate() {
        assertThat(mvc.post()
                        .uri("/person")
                        .header("x-version", "ios/1.0.0")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"bio\":\"x\"}"))
                .hasStatusOk()
                .doesNotContainHeader("Vary")
                .doesNotContainHeader("x-min-version")
                .doesNotContainHeader("Deprecation");
    }

    @Test
    void answersAConflictWithAProblemThatNamesBoth() {
        assertThat(mvc.post()
                        .uri("/person")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"bio\":\"x\",\"description\":\"y\"}"))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("bio", "description")
                .doesNotContain("\"x\"", "\"y\"");
    }
}
