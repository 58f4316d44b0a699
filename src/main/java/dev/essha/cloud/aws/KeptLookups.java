package dev.essha.cloud.aws;

import dev.essha.inventory.Data;
import dev.essha.inventory.Data.Kept.Kind;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.ResourceNames;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;

/**
 * What carries a deployment's tag and keeps data. The tagging service may still name what has just gone, so each is looked
 * at itself.
 *
 * @see <a href="https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html">GetResources</a>
 */
final class KeptLookups {

    private static final List<String> TYPES = List.of("kms:key", "rds:snapshot", "rds:cluster-snapshot", "s3:bucket");
    private static final String MANUAL = "manual";

    private final AwsClients clients;

    KeptLookups(AwsClients clients) {
        this.clients = clients;
    }

    List<Data.Kept> of(DeploymentName deployment) {
        TagFilter ours = TagFilter.builder()
                .key(ResourceNames.DEPLOYMENT_TAG)
                .values(deployment.value())
                .build();
        return clients
                .tags()
                .getResourcesPaginator(r -> r.tagFilters(ours).resourceTypeFilters(TYPES))
                .resourceTagMappingList()
                .stream()
                .map(ResourceTagMapping::resourceARN)
                .map(KeptLookups::kept)
                .filter(this::stands)
                .sorted(Comparator.comparing(Data.Kept::arn))
                .toList();
    }

    /**
     * By the services' ARNs: {@code arn:aws:s3:::name}, {@code arn:aws:kms:region:account:key/id},
     * {@code arn:aws:rds:region:account:snapshot:name}, {@code arn:aws:rds:region:account:cluster-snapshot:name}.
     */
    private static Data.Kept kept(String arn) {
        String[] parts = arn.split(":", 6);
        String resource = parts[5];
        return switch (parts[2]) {
            case "s3" -> new Data.Kept(Kind.BUCKET, resource, arn);
            case "kms" -> new Data.Kept(Kind.KEY, resource.substring(resource.indexOf('/') + 1), arn);
            case "rds" -> snapshot(resource.split(":", 2), arn);
            default -> throw new IllegalArgumentException("nobody asked for " + arn);
        };
    }

    private static Data.Kept snapshot(String[] typeAndName, String arn) {
        Kind kind = typeAndName[0].equals("snapshot") ? Kind.DATABASE_SNAPSHOT : Kind.DATABASE_CLUSTER_SNAPSHOT;
        return new Data.Kept(kind, typeAndName[1], arn);
    }

    private boolean stands(Data.Kept kept) {
        return switch (kept.kind()) {
            case BUCKET -> bucketStands(kept.id());
            case KEY -> keyStands(kept.arn());
            case DATABASE_SNAPSHOT -> isManual(kept.id());
            case DATABASE_CLUSTER_SNAPSHOT -> isManualOfCluster(kept.id());
        };
    }

    private boolean bucketStands(String name) {
        return Existing.find(() -> clients.s3().headBucket(r -> r.bucket(name))).isPresent();
    }

    private boolean keyStands(String arn) {
        return Existing.find(() -> clients.kms().describeKey(r -> r.keyId(arn)))
                .filter(answer -> answer.keyMetadata().keyState() != KeyState.PENDING_DELETION)
                .isPresent();
    }

    private boolean isManual(String snapshot) {
        return Existing.find(() -> clients.rds().describeDBSnapshots(r -> r.dbSnapshotIdentifier(snapshot))).stream()
                .flatMap(answer -> answer.dbSnapshots().stream())
                .anyMatch(s -> MANUAL.equals(s.snapshotType()));
    }

    private boolean isManualOfCluster(String snapshot) {
        return Existing.find(
                        () -> clients.rds().describeDBClusterSnapshots(r -> r.dbClusterSnapshotIdentifier(snapshot)))
                .stream()
                .flatMap(answer -> answer.dbClusterSnapshots().stream())
                .anyMatch(s -> MANUAL.equals(s.snapshotType()));
    }
}
