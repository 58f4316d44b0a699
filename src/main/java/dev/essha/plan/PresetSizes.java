package dev.essha.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * The values in which the presets differ. Versions are those in standard support at the end of 2026: Kubernetes 1.35
 * until March 2027, PostgreSQL 17 until February 2030, Kafka 3.9.
 *
 * <p>Nodes are x86: whether the images of ESS exist for Graviton is not published. Databases and brokers are AWS's to
 * run, so they take Graviton, which costs less for the same work.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html">Kubernetes on EKS</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html">PostgreSQL on RDS</a>
 * @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html">Kafka on MSK</a>
 */
record PresetSizes(
        int logDays,
        DatabasePlan database,
        MessagingPlan messaging,
        StoragePlan storage,
        ComputePlan compute,
        RegistryPlan registry) {

    /** Seven databases. */
    static final EssPlan STANDARD_SERVICES = new EssPlan(true, true, false);

    private static final String POSTGRES = "17.9";
    /** The smallest of general purpose with local storage; of the newer families, the one that most regions have. */
    private static final String CLUSTER_CLASS = "db.m6gd.large";

    private static final String KAFKA = "3.9.x";
    private static final String KUBERNETES = "1.35";

    /** @see <a href="https://docs.inrupt.com/ess/latest/installation">ESS, installation</a> */
    private static final String RELEASE_REGISTRY = "docker.software.inrupt.com";

    /**
     * One burstable broker and one node in each zone. A t3.xlarge is the cheapest x86 instance of the general-purpose
     * families with 4 vCPU; three of them are the least that ESS asks for.
     */
    static final PresetSizes PROOF_OF_CONCEPT = new PresetSizes(
            14,
            database("db.t4g.medium", 20, 100, 7, false),
            new MessagingPlan(KAFKA, "kafka.t3.small", 1, 20, MessagingPlan.Authentication.SCRAM, 14),
            new StoragePlan(7, 7, false),
            new ComputePlan(KUBERNETES, "t3.xlarge", 1, 2, 50, List.of(), 14),
            registry(10));

    /** Two nodes in each zone, so that the loss of a zone leaves four; instances without a burst budget to run out of. */
    static final PresetSizes PRODUCTION = new PresetSizes(
            90,
            database("db.m7g.large", 100, 1_000, 35, true),
            new MessagingPlan(KAFKA, "kafka.m7g.large", 1, 250, MessagingPlan.Authentication.SCRAM, 90),
            new StoragePlan(30, 7, true),
            new ComputePlan(KUBERNETES, "m6i.xlarge", 2, 4, 100, List.of(), 90),
            registry(30));

    /** Clusters want a class of another family, and do not grow: room for that is there from the start. */
    DatabasePlan database(DatabasePlan.Topology topology) {
        if (topology == DatabasePlan.Topology.MULTI_AZ_INSTANCE) {
            return database;
        }
        return new DatabasePlan(
                topology,
                database.sharing(),
                database.engineVersion(),
                CLUSTER_CLASS,
                database.maxStorageGiB(),
                database.maxStorageGiB(),
                database.backupDays(),
                database.deletionProtection());
    }

    private static DatabasePlan database(String instanceClass, int storage, int max, int backupDays, boolean protect) {
        return new DatabasePlan(
                DatabasePlan.Topology.MULTI_AZ_INSTANCE,
                DatabasePlan.Sharing.SHARED,
                POSTGRES,
                instanceClass,
                storage,
                max,
                backupDays,
                protect);
    }

    /**
     * One repository for each service of a standard deployment and one for the start page. The exact names of a release
     * stand in {@code generated/images} of the manifests that its customer receives, and in no public place.
     *
     * @see <a href="https://docs.inrupt.com/ess/installation/customize-configurations">ESS, repository structure</a>
     */
    private static RegistryPlan registry(int keepImages) {
        Stream<String> services =
                STANDARD_SERVICES.servicesWithDatabase().stream().map(EssService::label);
        return new RegistryPlan(
                RELEASE_REGISTRY,
                Stream.concat(services, Stream.of("start")).sorted().toList(),
                keepImages);
    }
}
