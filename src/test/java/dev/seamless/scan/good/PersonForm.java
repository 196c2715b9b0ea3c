package dev.seamless.scan.good;

import dev.seamless.Renamed;

public class PersonForm {

    private final String description;

    public PersonForm(long id, @Renamed(id = "person-bio", from = "bio") String description) {
        this.description = description + id;
    }

    public String getDescription() {
        return description;
    }
}
