package dev.essha.plan;

import static dev.essha.plan.AnyFront.in;

import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.MessagingPlan.Authentication;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What keeps data, and what runs on it. Versions and classes are some that AWS offers in most regions. */
final class AnyStore {

    private static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);
    private static final Arbitrary<Integer> LOG_DAYS = Arbitraries.of(Limits.LOG_DAYS);

    private AnyStore() {}

    static Arbitrary<DatabasePlan> database() {
        return Arbitraries.of(Topology.class).flatMap(AnyStore::database);
    }

    private static Arbitrary<DatabasePlan> database(Topology topology) {
        return Combinators.combine(
                        Arbitraries.of(Sharing.class),
                        Arbitraries.of("14.22", "16.13", "17.9", "18.1"),
                        classes(topology),
                        in(Limits.DATABASE_STORAGE_GIB),
                        in(Limits.DATABASE_STORAGE_GIB),
                        in(Limits.BACKUP_DAYS),
                        FLAG)
                .as((sharing, version, type, storage, max, days, protection) -> new DatabasePlan(
                        topology, sharing, version, type, storage, growing(topology, storage, max), days, protection));
    }

    private static Arbitrary<String> classes(Topology topology) {
        return topology == Topology.MULTI_AZ_CLUSTER
                ? Arbitraries.of("db.m5d.large", "db.r5d.24xlarge")
                : Arbitraries.of("db.t3.medium", "db.m6g.large", "db.r6g.16xlarge");
    }

    /** A cluster does not grow, an instance by a tenth at least. */
    private static int growing(Topology topology, int storage, int max) {
        boolean grows = topology == Topology.MULTI_AZ_INSTANCE && max >= (storage * 11L + 9) / 10;
        return grows ? max : storage;
    }

    static Arbitrary<MessagingPlan> messaging() {
        return Combinators.combine(
                        Arbitraries.of("3.6.0", "3.9.x", "3.9.x.kraft", "4.1.x.kraft"),
                        Arbitraries.of("kafka.t3.small", "kafka.m7g.large", "kafka.m5.24xlarge"),
                        in(Limits.BROKERS_PER_ZONE),
                        in(Limits.BROKER_STORAGE_GIB),
                        Arbitraries.of(Authentication.class),
                        LOG_DAYS)
                .as(MessagingPlan::new);
    }

    static Arbitrary<StoragePlan> storage() {
        return Combinators.combine(in(Limits.NONCURRENT_DAYS), in(Limits.ABORT_UPLOAD_DAYS), FLAG)
                .as(StoragePlan::new);
    }

    /** Not more nodes than the private subnets of the largest VPC have addresses for when six zones share it. */
    static Arbitrary<ComputePlan> compute() {
        Arbitrary<Integer> nodes = Arbitraries.integers().between(1, 12);
        return Combinators.combine(
                        Arbitraries.of("1.33", "1.35"),
                        Arbitraries.of("t3.xlarge", "m6i.2xlarge", "m7g.4xlarge", "c7i-flex.8xlarge"),
                        nodes,
                        nodes,
                        in(Limits.NODE_DISK_GIB),
                        AnyText.ranges(0, Limits.API_CIDRS),
                        LOG_DAYS)
                .as((version, type, some, more, disk, ranges, days) ->
                        new ComputePlan(version, type, Math.min(some, more), Math.max(some, more), disk, ranges, days));
    }

    /** Up to the most and the longest; of the signs between words, some take more room in logical ids than in names. */
    private static Arbitrary<List<String>> images() {
        return Arbitraries.of("/", "_", "-", ".")
                .flatMap(separator -> AnyText.words("abz09", separator, Limits.REPOSITORY_NAME))
                .list()
                .ofMinSize(1)
                .ofMaxSize(Limits.REPOSITORIES)
                .uniqueElements();
    }

    static Arbitrary<RegistryPlan> registry() {
        return Combinators.combine(
                        Arbitraries.of("docker.software.inrupt.com", "localhost:5000"),
                        images(),
                        in(Limits.KEEP_IMAGES))
                .as(RegistryPlan::new);
    }
}
