package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Data.Secret;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Observed;
import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabaseServer;
import dev.essha.plan.EssService;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** PostgreSQL (R9) beyond its topology: how each instance or cluster of the plan is set up. */
final class DatabaseChecks {

    private static final int ZONES_NEEDED = 3;
    private static final String FORCE_TLS = "rds.force_ssl";
    /** States in which a server serves while RDS is busy with it. */
    private static final Set<String> SERVING =
            Set.of("available", "backing-up", "storage-optimization", "configuring-enhanced-monitoring");

    private DatabaseChecks() {}

    static Ruling subnetZones(Plan plan, Inventory seen) {
        return each(plan, seen, (d, facts) -> {
            Set<String> zones = new TreeSet<>(d.subnetZones());
            facts.check(zones.size() >= ZONES_NEEDED, "database.subnet-zones", d.id(), zones.size(), Words.list(zones));
        });
    }

    /** The servers are not asked; the databases inside are made at hand-over, from their secrets. */
    static Ruling serviceDatabases(Plan plan, Inventory seen) {
        ResourceNames names = new ResourceNames(plan.name());
        return Ruling.on(seen.secrets(), secrets -> {
            Set<String> found = secrets.stream().map(Secret::name).collect(Collectors.toSet());
            Facts facts = new Facts();
            for (EssService service : plan.ess().servicesWithDatabase()) {
                String secret = names.databaseSecret(service);
                facts.check(
                        found.contains(secret),
                        found.contains(secret) ? "secret.for-database" : "secret.for-database-missing",
                        secret,
                        place(plan, service, names));
            }
            return facts.note("secret.only-looked-at").ruling();
        });
    }

    private static Phrase place(Plan plan, EssService service, ResourceNames names) {
        return plan.database().sharing() == Sharing.PER_SERVICE
                ? Phrase.of("database.logical-on", service.databaseName(), names.database(service))
                : Phrase.asIs(service.databaseName());
    }

    static Ruling available(Plan plan, Inventory seen) {
        return each(plan, seen, (d, facts) -> {
            boolean serves = d.states().values().stream().allMatch(SERVING::contains);
            facts.check(serves, "database.states", d.id(), d.software(), states(d.states()));
        });
    }

    private static Phrase states(Map<String, String> states) {
        return Words.listed(states.entrySet(), s -> Phrase.of("state", s.getKey(), s.getValue()));
    }

    static Ruling encrypted(Plan plan, Inventory seen) {
        return each(
                plan,
                seen,
                (d, facts) -> facts.check(
                        d.encrypted(),
                        d.encrypted() ? "database.encrypted" : "database.unencrypted",
                        d.id(),
                        Words.orNone(d.keyArn())));
    }

    static Ruling notPublic(Plan plan, Inventory seen) {
        return each(
                plan,
                seen,
                (d, facts) -> facts.check(
                        !d.publiclyAccessible(),
                        "database.public-access",
                        d.id(),
                        Words.onOff(d.publiclyAccessible())));
    }

    static Ruling tlsForced(Plan plan, Inventory seen) {
        return each(plan, seen, (d, facts) -> {
            String value = d.parameters().get(FORCE_TLS);
            if (value == null) {
                facts.unclear("database.parameter-unread", d.id(), FORCE_TLS);
            } else {
                facts.check(value.equals("1") || value.equals("on"), "database.parameter", d.id(), FORCE_TLS, value);
            }
        });
    }

    static Ruling backups(Plan plan, Inventory seen) {
        int wanted = plan.database().backupDays();
        return each(
                plan,
                seen,
                (d, facts) -> facts.check(
                        d.backupDays() > 0 && d.backupDays() >= wanted,
                        "database.backups",
                        d.id(),
                        d.backupDays(),
                        wanted));
    }

    static Ruling deletionProtection(Plan plan, Inventory seen) {
        boolean wanted = plan.database().deletionProtection();
        return each(
                plan,
                seen,
                (d, facts) -> facts.check(
                        d.deletionProtection() || !wanted,
                        wanted ? "database.deletion-protection" : "database.deletion-protection-as-planned",
                        d.id(),
                        Words.onOff(d.deletionProtection())));
    }

    /** That one of several is missing is for {@link DatabaseTopology} to say; where none stands there is nothing to pass. */
    private static Ruling each(Plan plan, Inventory seen, BiConsumer<RunningDatabase, Facts> judgment) {
        return Ruling.on(running(plan, seen), all -> {
            Facts facts = new Facts();
            for (DatabaseServer server : DatabaseServer.of(plan)) {
                all.stream().filter(d -> d.id().equals(server.identifier())).forEach(d -> judgment.accept(d, facts));
            }
            return facts.isEmpty() ? Ruling.fail("database.none") : facts.ruling();
        });
    }

    private static Observed<List<RunningDatabase>> running(Plan plan, Inventory seen) {
        return DatabaseTopology.isOfClusters(plan)
                ? seen.databaseClusters().map(all -> converted(all, RunningDatabase::of))
                : seen.databases().map(all -> converted(all, RunningDatabase::of));
    }

    private static <T> List<RunningDatabase> converted(List<T> all, Function<T, RunningDatabase> conversion) {
        return all.stream().map(conversion).toList();
    }
}
