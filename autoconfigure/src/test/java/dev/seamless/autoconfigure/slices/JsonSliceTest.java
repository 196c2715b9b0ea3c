package dev.seamless.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.boot.test.json.JacksonTester;

@JsonTest(properties = "seamless.renames.person-bio.api=both")
class JsonSliceTest {

    @Autowired
    private JacksonTester<PersonDto> json;

    @Test
    void outsideOfHttpWritesTheNewNameAndReadsBoth() throws Exception {
        assertThat(json.write(new PersonDto("x")).getJson()).isEqualTo("{\"description\":\"x\"}");
        assertThat(json.parseObject("{\"bio\":\"x\"}")).isEqualTo(new PersonDto("x"));
        assertThat(json.parseObject("{\"description\":\"x\"}")).isEqualTo(new PersonDto("x"));
    }
}
