package dev.seamless.scan.bad.contradict.attribute;

import dev.seamless.Renamed;

record Second(@Renamed(id = "user-bio", from = "bio") String about) {}
