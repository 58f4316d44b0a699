package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Compute.Repository;
import dev.essha.inventory.Inventory;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import dev.essha.wording.Phrase;
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
            return (empty == 0 ? facts : facts.note("repository.count-empty", empty, found.size())).ruling();
        });
    }

    private static void judge(String name, List<Repository> found, Facts facts) {
        Optional<Repository> repository =
                found.stream().filter(r -> r.name().equals(name)).findFirst();
        facts.check(
                repository.filter(r -> !r.publicPolicy()).isPresent(),
                repository.map(RegistryChecks::state).orElseGet(() -> Phrase.of("missing", name)));
    }

    /** An empty repository is no failure: images are copied at hand-over. */
    private static Phrase state(Repository repository) {
        return Phrase.of(
                repository.publicPolicy() ? "repository.open" : "repository.private",
                repository.name(),
                repository.images());
    }

    static Ruling scannedAndImmutable(Plan plan, Inventory seen) {
        return on(seen, found -> {
            Facts facts = new Facts();
            found.forEach(r -> facts.check(
                    r.scanOnPush() && r.immutableTags(),
                    r.immutableTags() ? "repository.immutable" : "repository.mutable",
                    r.name(),
                    Words.onOff(r.scanOnPush())));
            return facts.ruling();
        });
    }

    /** @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html">Addresses of registries</a> */
    static Ruling neededOnlyAtStart(Plan plan, Inventory seen) {
        String registry = seen.account() + ".dkr.ecr." + plan.region() + ".";
        return on(seen, found -> {
            Facts facts = new Facts();
            found.forEach(r -> facts.check(
                    r.uri().startsWith(registry), "repository.place", r.uri(), seen.account(), plan.region()));
            return facts.note("repository.when-asked").ruling();
        });
    }

    private static Ruling on(Inventory seen, Function<List<Repository>, Ruling> judgment) {
        return Ruling.on(
                seen.repositories(), found -> found.isEmpty() ? Ruling.fail("repository.none") : judgment.apply(found));
    }
}
