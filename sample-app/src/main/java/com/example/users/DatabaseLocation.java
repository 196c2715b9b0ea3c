package com.example.users;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Says at start where the rows are. */
@Component
class DatabaseLocation implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DatabaseLocation.class);

    private final String url;

    DatabaseLocation(@Value("${spring.datasource.url}") String url) {
        this.url = url;
    }

    @Override
    public void run(ApplicationArguments args) {
        log.info("The users are in {}", url);
    }
}
