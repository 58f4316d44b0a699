package dev.essha.cost;

import dev.essha.wording.Labels;
import java.util.Comparator;

/**
 * Something that AWS has a price for.
 *
 * @param variant the type, class or place that the price is of, {@code m6i.xlarge}; empty where there is one price only
 */
public record Product(Kind kind, String variant) implements Comparable<Product> {

    private static final Comparator<Product> ORDER =
            Comparator.comparing(Product::kind).thenComparing(Product::variant);

    /** What has one price. */
    static Product of(Kind kind) {
        return new Product(kind, "");
    }

    static Product of(Kind kind, String variant) {
        return new Product(kind, variant);
    }

    @Override
    public int compareTo(Product other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return variant.isEmpty() ? kind.label() : kind.label() + " " + variant;
    }

    /** Where a price holds. */
    public enum Scope {
        REGION,
        /** The same everywhere in the partition. */
        PARTITION
    }

    /** What AWS charges for. The names are those of the bundled prices. */
    public enum Kind {
        NAT_GATEWAY(Unit.HOUR),
        NAT_GATEWAY_DATA(Unit.GB),
        /** For each zone that it is in. */
        REGIONAL_NAT_GATEWAY(Unit.HOUR),
        REGIONAL_NAT_GATEWAY_DATA(Unit.GB),
        PUBLIC_ADDRESS(Unit.HOUR),
        INTERFACE_ENDPOINT(Unit.HOUR),
        INTERFACE_ENDPOINT_DATA(Unit.GB),
        TRANSFER_OUT(Unit.GB),
        TRANSFER_BETWEEN_ZONES(Unit.GB),

        KEY(Unit.MONTH),
        KEY_REQUESTS(Unit.REQUEST),
        SECRET(Unit.MONTH),
        SECRET_REQUESTS(Unit.REQUEST),

        IMAGE_STORAGE(Unit.GB_MONTH),

        /** Where everything is at first; its price is that of S3 Intelligent-Tiering for what is often read, too. */
        OBJECT_STORAGE(Unit.GB_MONTH),
        /** Where S3 Intelligent-Tiering moves what nobody read for a month. */
        OBJECT_STORAGE_SELDOM(Unit.GB_MONTH),
        /** That S3 Intelligent-Tiering watches an object. */
        OBJECT_TIERING(Unit.OBJECT),
        /** That an object becomes one of S3 Intelligent-Tiering. */
        OBJECT_TRANSITIONS(Unit.REQUEST),
        OBJECT_WRITES(Unit.REQUEST),
        OBJECT_READS(Unit.REQUEST),

        /** By class: a primary and its standby, together. */
        DATABASE_PAIR(Unit.HOUR),
        /** By class: the three instances of a Multi-AZ DB cluster, together. */
        DATABASE_CLUSTER(Unit.HOUR),
        /** A GB that somebody can use, kept twice. */
        DATABASE_PAIR_STORAGE(Unit.GB_MONTH),
        /** A GB that somebody can use, kept three times. */
        DATABASE_CLUSTER_STORAGE(Unit.GB_MONTH),
        DATABASE_BACKUP(Unit.GB_MONTH),
        /** By family: what a burstable class computes beyond what it has saved up. */
        DATABASE_BURST(Unit.PROCESSOR_HOUR),

        /** By type. */
        BROKER(Unit.HOUR),
        BROKER_STORAGE(Unit.GB_MONTH),

        KUBERNETES(Unit.HOUR),
        /** On top of {@link #KUBERNETES}, for a version past its standard support. */
        KUBERNETES_EXTENDED(Unit.HOUR),
        /** By type, Linux on shared hardware. */
        NODE(Unit.HOUR),
        NODE_DISK(Unit.GB_MONTH),
        /** By family: what a burstable type computes beyond what it has saved up. */
        NODE_BURST(Unit.PROCESSOR_HOUR),

        LOAD_BALANCER(Unit.HOUR),
        LOAD_BALANCER_WORK(Unit.CAPACITY_UNIT_HOUR),
        ACCELERATOR(Unit.HOUR, Scope.PARTITION),
        /** By where region and clients are: what comes on top of the transfer. */
        ACCELERATOR_TRANSFER(Unit.GB, Scope.PARTITION),

        WEB_ACL(Unit.MONTH, Scope.PARTITION),
        WEB_ACL_RULE(Unit.MONTH, Scope.PARTITION),
        WEB_ACL_REQUESTS(Unit.REQUEST, Scope.PARTITION),
        /** By where viewers are. */
        GATEWAY_REQUESTS(Unit.REQUEST, Scope.PARTITION),
        /** By where viewers are. */
        GATEWAY_TRANSFER(Unit.GB, Scope.PARTITION),
        /** By where viewers are: what they send. */
        GATEWAY_UPLOAD(Unit.GB, Scope.PARTITION),

        HOSTED_ZONE(Unit.MONTH, Scope.PARTITION),
        HEALTH_CHECK(Unit.MONTH, Scope.PARTITION),
        /** Of a health check, such as asking every ten seconds. */
        HEALTH_CHECK_OPTION(Unit.MONTH, Scope.PARTITION),
        DNS_QUERIES(Unit.REQUEST, Scope.PARTITION),

        LOG_INTAKE(Unit.GB),
        /** Of flow logs and others that AWS's services write. */
        VENDED_LOG_INTAKE(Unit.GB),
        LOG_STORAGE(Unit.GB_MONTH),
        METRIC(Unit.MONTH);

        private final Unit unit;
        private final Scope scope;

        Kind(Unit unit) {
            this(unit, Scope.REGION);
        }

        Kind(Unit unit, Scope scope) {
            this.unit = unit;
            this.scope = scope;
        }

        public Unit unit() {
            return unit;
        }

        public Scope scope() {
            return scope;
        }

        /** The name in files and JSON, {@code nat-gateway}. */
        public String label() {
            return Labels.of(this);
        }
    }
}
