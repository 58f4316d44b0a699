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
            facts.check(
                    zones.size() >= ZONES_NEEDED,
                    d.id() + ": its subnet group is in " + zones.size() + " zones: " + Words.list(zones));
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
                        "secret " + secret + " for the logical database " + service.databaseName()
                                + place(plan, names.database(service))
                                + (found.contains(secret) ? " exists" : " was not found"));
            }
            return facts.note(
                            "only the secrets were looked at: the logical databases are created from them at hand-over")
                    .ruling();
        });
    }

    private static String place(Plan plan, String own) {
        return plan.database().sharing() == Sharing.PER_SERVICE ? " on " + own : "";
    }

    static Ruling available(Plan plan, Inventory seen) {
        return each(plan, seen, (d, facts) -> {
            boolean serves = d.states().values().stream().allMatch(SERVING::contains);
            facts.check(serves, d.id() + ": " + d.software() + ": " + states(d.states()));
        });
    }

    private static String states(Map<String, String> states) {
        return Words.list(states.entrySet(), s -> s.getKey() + " is " + s.getValue());
    }

    static Ruling encrypted(Plan plan, Inventory seen) {
        return each(
                plan,
                seen,
                (d, facts) -> facts.check(
                        d.encrypted(),
                        d.id() + ": "
                                + (d.encrypted() ? "encrypted with " + Words.orNone(d.keyArn()) : "not encrypted")));
    }

    static Ruling notPublic(Plan plan, Inventory seen) {
        return each(
                plan,
                seen,
                (d, facts) -> facts.check(
                        !d.publiclyAccessible(), d.id() + ": public access is " + Words.onOff(d.publiclyAccessible())));
    }

    static Ruling tlsForced(Plan plan, Inventory seen) {
        return each(plan, seen, (d, facts) -> {
            String value = d.parameters().get(FORCE_TLS);
            if (value == null) {
                facts.unclear(d.id() + ": the parameter " + FORCE_TLS + " was not read");
            } else {
                facts.check(value.equals("1") || value.equals("on"), d.id() + ": " + FORCE_TLS + " is " + value);
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
                        d.id() + ": backups are kept for " + d.backupDays() + " days, the plan asks for " + wanted));
    }

    static Ruling deletionProtection(Plan plan, Inventory seen) {
        boolean wanted = plan.database().deletionProtection();
        return each(
                plan,
                seen,
                (d, facts) -> facts.check(
                        d.deletionProtection() || !wanted,
                        d.id() + ": deletion protection is " + Words.onOff(d.deletionProtection())
                                + (wanted ? "" : ", as the plan asks for")));
    }

    /** That one of several is missing is for {@link DatabaseTopology} to say; where none stands there is nothing to pass. */
    private static Ruling each(Plan plan, Inventory seen, BiConsumer<RunningDatabase, Facts> judgment) {
        return Ruling.on(running(plan, seen), all -> {
            Facts facts = new Facts();
            for (DatabaseServer server : DatabaseServer.of(plan)) {
                all.stream().filter(d -> d.id().equals(server.identifier())).forEach(d -> judgment.accept(d, facts));
            }
            return facts.isEmpty() ? Ruling.fail("no database of the plan was found in the VPC") : facts.ruling();
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
