package dev.seamless.scan.bad.methodparameter;

import dev.seamless.Renamed;

class Search {

    String find(@Renamed(id = "user-bio", from = "bio") String description) {
        return description;
    }
}
