package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Compute.Repository;
import dev.essha.inventory.Inventory;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** R14 and R15: the private registry. */
final class RegistryChecks {

    private RegistryChecks() {}

    static Ruling repositories(Plan plan, Inventory seen) {
        ResourceNames names = new ResourceNames(plan.name());
        return Ruling.on(seen.repositories(), found -> {
            Facts facts = new Facts();
            for (String image : plan.registry().repositories()) {
                judge(names.repository(image), found, facts);
            }
            return facts.ruling();
        });
    }

    private static void judge(String name, List<Repository> found, Facts facts) {
        Optional<Repository> repository =
                found.stream().filter(r -> r.name().equals(name)).findFirst();
        facts.check(
                repository.filter(r -> !r.publicPolicy()).isPresent(),
                name + repository.map(RegistryChecks::state).orElse(" was not found"));
    }

    /** An empty repository is no failure: images are copied at hand-over. */
    private static String state(Repository repository) {
        String who = repository.publicPolicy() ? ": its policy lets everybody in" : ": private";
        return who
                + switch (repository.images()) {
                    case 0 -> ", empty: copy the image there before ESS starts";
                    case 1 -> ", 1 image";
                    default -> ", " + repository.images() + " images";
                };
    }

    static Ruling scannedAndImmutable(Plan plan, Inventory seen) {
        return on(seen, found -> {
            Facts facts = new Facts();
            found.forEach(r -> facts.check(
                    r.scanOnPush() && r.immutableTags(),
                    r.name() + ": scan on push " + (r.scanOnPush() ? "on" : "off") + ", tags "
                            + (r.immutableTags() ? "immutable" : "mutable")));
            return facts.ruling();
        });
    }

    static Ruling neededOnlyAtStart(Plan plan, Inventory seen) {
        String region = plan.region().value();
        return on(seen, found -> {
            Facts facts = new Facts();
            found.stream()
                    .filter(r -> !r.uri().contains("." + region + "."))
                    .forEach(r -> facts.check(false, r.uri() + " is not in " + region));
            return facts.note(found.size() + " repositories in " + region
                            + ", the region of the nodes that pull from them")
                    .note("they are asked only while a container starts on a node that lacks its image;"
                            + " what runs goes on through an outage")
                    .ruling();
        });
    }

    private static Ruling on(Inventory seen, Function<List<Repository>, Ruling> judgment) {
        return Ruling.on(
                seen.repositories(),
                found -> found.isEmpty()
                        ? Ruling.fail("no private repository of the deployment was found")
                        : judgment.apply(found));
    }
}
