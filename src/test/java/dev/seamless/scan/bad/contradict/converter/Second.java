package dev.seamless.scan.bad.contradict.converter;

import dev.seamless.Renamed;
import dev.seamless.scan.good.Person;

record Second(
        @Renamed(id = "user-bio", from = "bio", converter = Person.AgeConverter.class)
        Integer description) {}
