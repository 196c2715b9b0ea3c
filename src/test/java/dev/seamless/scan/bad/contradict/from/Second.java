package dev.seamless.scan.bad.contradict.from;

import dev.seamless.Renamed;

record Second(@Renamed(id = "user-bio", from = "text") String description) {}
