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
            long empty = found.stream().filter(r -> r.images() == 0).count();
            return (empty == 0
                            ? facts
                            : facts.note("empty: " + empty + " of " + found.size()
                                    + "; their images have to be copied there before ESS starts"))
                    .ruling();
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
                    case 0 -> ", empty";
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

    /** @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html">Addresses of registries</a> */
    static Ruling neededOnlyAtStart(Plan plan, Inventory seen) {
        String registry = seen.account() + ".dkr.ecr." + plan.region() + ".";
        return on(seen, found -> {
            Facts facts = new Facts();
            found.forEach(r -> facts.check(
                    r.uri().startsWith(registry),
                    r.uri() + ", the deployment is in account " + seen.account() + " and region " + plan.region()));
            return facts.note("how containers behave, not something that was tried: the registry is asked only while a"
                            + " container starts on a node that lacks its image, and what runs goes on through an"
                            + " outage")
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
