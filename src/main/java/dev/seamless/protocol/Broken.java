package dev.seamless.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects the rules that something would break. */
final class Broken {

    private final Predicate<Rule> holds;
    private final List<Rule> rules = new ArrayList<>();

    Broken(Predicate<Rule> holds) {
        this.holds = holds;
    }

    Broken when(boolean broken, Rule rule) {
        if (broken && holds.test(rule)) {
            rules.add(rule);
        }
        return this;
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }
}
