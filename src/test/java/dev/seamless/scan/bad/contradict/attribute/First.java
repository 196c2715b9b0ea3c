package dev.seamless.scan.bad.contradict.attribute;

import dev.seamless.Renamed;

record First(@Renamed(id = "user-bio", from = "bio") String description) {}
