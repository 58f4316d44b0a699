package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Data.Database;
import dev.essha.inventory.Data.Secret;
import dev.essha.inventory.Inventory;
import dev.essha.plan.EssService;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** R9: PostgreSQL. */
final class DatabaseChecks {

    private static final int ZONES_NEEDED = 3;
    private static final String FORCE_TLS = "rds.force_ssl";
    /** States in which an instance serves while RDS is busy with it. */
    private static final Set<String> SERVING =
            Set.of("available", "backing-up", "storage-optimization", "configuring-enhanced-monitoring");

    private DatabaseChecks() {}

    static Ruling multiAz(Plan plan, Inventory seen) {
        return each(
                plan,
                seen,
                (d, facts) -> facts.check(d.multiAz(), d.id() + ": Multi-AZ is " + onOff(d.multiAz()))
                        .check(
                                !d.multiAz() || hasStandby(d),
                                "primary in " + Words.orNone(d.zone()) + ", standby in "
                                        + Words.orNone(d.secondaryZone())));
    }

    private static boolean hasStandby(Database d) {
        return d.secondaryZone() != null
                && !d.secondaryZone().isEmpty()
                && !d.secondaryZone().equals(d.zone());
    }

    static Ruling subnetZones(Plan plan, Inventory seen) {
        return each(plan, seen, (d, facts) -> {
            Set<String> zones = new TreeSet<>(d.subnetZones());
            facts.check(
                    zones.size() >= ZONES_NEEDED,
                    d.id() + ": its subnet group is in " + zones.size() + " zones: " + Words.list(zones));
        });
    }

    /** The instance is asked for its secrets only; the databases inside are made at hand-over. */
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
                                + (found.contains(secret) ? " exists" : " was not found"));
            }
            return facts.note(
                            "only the secrets were looked at: the logical databases are created from them at hand-over")
                    .ruling();
        });
    }

    static Ruling available(Plan plan, Inventory seen) {
        return each(
                plan,
                seen,
                (d, facts) -> facts.check(
                        SERVING.contains(d.status()),
                        d.id() + ": " + d.engine() + " " + d.engineVersion() + " on " + d.instanceClass() + " is "
                                + d.status()));
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
                        !d.publiclyAccessible(), d.id() + ": public access is " + onOff(d.publiclyAccessible())));
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
                        d.id() + ": deletion protection is " + onOff(d.deletionProtection())
                                + (wanted ? "" : ", as the plan asks for")));
    }

    private static Ruling each(Plan plan, Inventory seen, BiConsumer<Database, Facts> judgment) {
        String name = new ResourceNames(plan.name()).database();
        return Ruling.on(seen.databases(), all -> {
            List<Database> own = all.stream()
                    .filter(d -> d.id().equals(name) || d.id().startsWith(name + "-"))
                    .toList();
            Facts facts = new Facts();
            own.forEach(d -> judgment.accept(d, facts));
            return own.isEmpty() ? Ruling.fail("the database " + name + " was not found in the VPC") : facts.ruling();
        });
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
