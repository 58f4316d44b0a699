package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Data.Bucket;
import dev.essha.inventory.Inventory;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.function.BiConsumer;

/** R10: the bucket. S3 keeps each object in at least three zones by itself. */
final class StorageChecks {

    private StorageChecks() {}

    static Ruling bucket(Plan plan, Inventory seen) {
        String region = plan.region().value();
        return on(seen, (b, facts) -> facts.check(b.region().equals(region), "bucket.region", b.name(), b.region()));
    }

    static Ruling versioned(Plan plan, Inventory seen) {
        return on(
                seen,
                (b, facts) -> facts.check(b.versioned(), "bucket.versioning", b.name(), Words.onOff(b.versioned()))
                        .check(
                                b.hasLifecycle(),
                                b.hasLifecycle() ? "bucket.removes-versions" : "bucket.keeps-versions"));
    }

    static Ruling encrypted(Plan plan, Inventory seen) {
        return on(
                seen,
                (b, facts) -> facts.check(
                        b.encryption().startsWith("aws:kms"),
                        "bucket.encryption",
                        b.name(),
                        Words.orNone(b.encryption()),
                        Words.orNone(b.keyArn())));
    }

    static Ruling notPublic(Plan plan, Inventory seen) {
        return on(
                seen,
                (b, facts) -> facts.check(
                        b.publicAccessBlocked(), b.publicAccessBlocked() ? "bucket.closed" : "bucket.open", b.name()));
    }

    static Ruling tlsOnly(Plan plan, Inventory seen) {
        return on(
                seen,
                (b, facts) ->
                        facts.check(b.tlsOnly(), b.tlsOnly() ? "bucket.tls-only" : "bucket.without-tls", b.name()));
    }

    private static Ruling on(Inventory seen, BiConsumer<Bucket, Facts> judgment) {
        return Ruling.onThe(Phrase.of("missing.bucket"), seen.bucket(), bucket -> {
            Facts facts = new Facts();
            judgment.accept(bucket, facts);
            return facts.ruling();
        });
    }
}
