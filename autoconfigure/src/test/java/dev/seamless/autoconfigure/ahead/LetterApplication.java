package dev.seamless.autoconfigure.ahead;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Writes one row, and looks for it. */
@SpringBootApplication(exclude = R2dbcAutoConfiguration.class, proxyBeanMethods = false)
public class LetterApplication {

    @Bean
    ApplicationRunner writes(LetterRepository letters) {
        return arguments -> {
            Letter letter = new Letter();
            letter.id = 1L;
            letter.body = "ahead";
            letters.save(letter);
            if (letters.findByBody("ahead").size() + letters.withBody("ahead").size() != 2) {
                throw new IllegalStateException("not found");
            }
        };
    }

    public static void main(String[] arguments) {
        SpringApplication.run(LetterApplication.class, arguments);
    }
}
