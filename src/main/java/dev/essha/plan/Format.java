package dev.essha.plan;

import java.util.regex.Pattern;

/**
 * How AWS spells what a plan keeps as text: versions, classes, names. Held by the rules and shown by the plan's schema.
 * Whether AWS offers what is spelled well is asked of the account, not of a list that ages.
 */
public enum Format {
    /** @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-versions.html">versions</a> */
    POSTGRES_VERSION("[1-9]\\d(\\.\\d{1,2})?", "17.9"),
    /** @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Types.html">classes</a> */
    DATABASE_CLASS("db\\.[a-z][a-z0-9-]*\\.[a-z0-9-]+", "db.m7g.large"),
    /** @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html">versions</a> */
    KAFKA_VERSION("\\d\\.\\d{1,2}\\.(x|\\d{1,2})(\\.kraft)?", "3.9.x"),
    /** @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-types.html">broker types</a> */
    BROKER_TYPE("kafka\\.[a-z][a-z0-9-]*\\.[a-z0-9]+", "kafka.m7g.large"),
    /** @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html">versions</a> */
    KUBERNETES_VERSION("1\\.\\d{2}", "1.35"),
    /** @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html">names</a> */
    INSTANCE_TYPE("[a-z][a-z0-9-]*\\.[a-z0-9-]+", "m6i.xlarge"),
    /** @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZone.html">HostedZone</a> */
    HOSTED_ZONE("Z[A-Z0-9]{1,31}", "Z0123456789ABCDEFGHIJ"),
    /** A host, with a port if it is not the standard one. */
    REGISTRY_HOST(
            "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\\d{1,5})?", "registry.example.com"),
    /** @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html">CreateRepository</a> */
    REPOSITORY("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*", "inrupt/storage");

    private final Pattern pattern;
    private final String example;

    Format(String pattern, String example) {
        this.pattern = Pattern.compile(pattern);
        this.example = example;
    }

    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** The whole text's regular expression, without anchors. */
    public String regex() {
        return pattern.pattern();
    }

    /** Something that is spelled so. */
    public String example() {
        return example;
    }
}
