package dev.seamless.scan.bad.badid;

import dev.seamless.Renamed;

record BadId(@Renamed(id = "User_Bio", from = "bio") String description) {}
