package dev.essha.plan;

import java.util.List;

/** The rules that need more than one value to judge. */
final class Rules {

    private Rules() {}

    static List<Problem> judge(Plan plan) {
        return List.of();
    }
}
