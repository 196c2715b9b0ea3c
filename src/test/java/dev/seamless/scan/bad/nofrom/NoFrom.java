package dev.seamless.scan.bad.nofrom;

import dev.seamless.Renamed;

record NoFrom(@Renamed(id = "user-bio") String description) {}
