package dev.essha.plan;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order of the file's sections. */
final class Rules {

    private static final List<Rule> ALL = Stream.of(
                    DeploymentRules.ALL,
                    PartitionRules.ALL,
                    ExistingVpcRules.ALL,
                    NetworkRules.ALL,
                    DomainRules.ALL,
                    EdgeRules.ALL,
                    FrontRules.ALL,
                    DatabaseRules.ALL,
                    ClusterRules.ALL,
                    MessagingRules.ALL,
                    StorageRules.ALL,
                    ComputeRules.ALL,
                    RegistryRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rules() {}

    static List<Problem> judge(Plan plan) {
        return judge(plan, List.of());
    }

    /** @param unreadable paths whose values in the plan are only placeholders */
    static List<Problem> judge(Plan plan, Collection<String> unreadable) {
        return ALL.stream()
                .filter(rule -> rule.canBeAsked(path -> unreadable.stream().noneMatch(bad -> related(path, bad))))
                .flatMap(rule -> rule.problems(plan).stream())
                .toList();
    }

    private static boolean related(String one, String other) {
        return isAtOrBelow(one, other) || isAtOrBelow(other, one);
    }

    private static boolean isAtOrBelow(String path, String ancestor) {
        return path.equals(ancestor) || path.startsWith(ancestor + ".") || path.startsWith(ancestor + "[");
    }
}
