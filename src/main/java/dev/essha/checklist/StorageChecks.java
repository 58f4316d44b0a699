package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Data.Bucket;
import dev.essha.inventory.Inventory;
import dev.essha.plan.Plan;
import java.util.function.BiConsumer;

/** R10: the bucket. S3 keeps each object in at least three zones by itself. */
final class StorageChecks {

    private StorageChecks() {}

    static Ruling bucket(Plan plan, Inventory seen) {
        String region = plan.region().value();
        return on(seen, (b, facts) -> facts.check(b.region().equals(region), b.name() + " is in " + b.region()));
    }

    static Ruling versioned(Plan plan, Inventory seen) {
        return on(
                seen,
                (b, facts) -> facts.check(b.versioned(), b.name() + ": versioning is " + (b.versioned() ? "on" : "off"))
                        .check(
                                b.hasLifecycle(),
                                "old versions are " + (b.hasLifecycle() ? "removed in time" : "kept forever")));
    }

    static Ruling encrypted(Plan plan, Inventory seen) {
        return on(
                seen,
                (b, facts) -> facts.check(
                        b.encryption().startsWith("aws:kms"),
                        b.name() + ": encryption " + Words.orNone(b.encryption()) + " with key "
                                + Words.orNone(b.keyArn())));
    }

    static Ruling notPublic(Plan plan, Inventory seen) {
        return on(
                seen,
                (b, facts) -> facts.check(
                        b.publicAccessBlocked(),
                        b.name() + ": public access is " + (b.publicAccessBlocked() ? "blocked" : "not blocked")));
    }

    static Ruling tlsOnly(Plan plan, Inventory seen) {
        return on(
                seen,
                (b, facts) -> facts.check(
                        b.tlsOnly(), b.name() + ": requests without TLS are " + (b.tlsOnly() ? "denied" : "allowed")));
    }

    private static Ruling on(Inventory seen, BiConsumer<Bucket, Facts> judgment) {
        return Ruling.onThe("the bucket", seen.bucket(), bucket -> {
            Facts facts = new Facts();
            judgment.accept(bucket, facts);
            return facts.ruling();
        });
    }
}
