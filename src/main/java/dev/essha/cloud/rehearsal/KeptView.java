package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Data;
import dev.essha.inventory.Data.Kept.Kind;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.ResourceNames;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What carries a deployment's tag and keeps data, in stacks and outside of them. */
final class KeptView {

    private final Account account;

    KeptView(Account account) {
        this.account = account;
    }

    List<Data.Kept> of(DeploymentName deployment) {
        synchronized (account) {
            AccountSnapshot now = account.snapshot();
            Stream<Data.Kept> buckets = tagged(now, now.ready("AWS::S3::Bucket"), deployment)
                    .map(b -> new Data.Kept(Kind.BUCKET, b.physicalId(), b.attribute("Arn")));
            Stream<Data.Kept> keys = tagged(now, now.ready("AWS::KMS::Key"), deployment)
                    .filter(k -> !k.properties().flag(RehearsedActions.PENDING_DELETION))
                    .map(k -> new Data.Kept(Kind.KEY, k.physicalId(), k.attribute("Arn")));
            Stream<Data.Kept> snapshots =
                    tagged(now, account.snapshots(), deployment).map(KeptView::snapshot);
            return Stream.of(buckets, keys, snapshots)
                    .flatMap(found -> found)
                    .sorted(Comparator.comparing(Data.Kept::arn))
                    .toList();
        }
    }

    private static Data.Kept snapshot(Live deleted) {
        String id = Account.snapshotId(deleted);
        boolean ofCluster = deleted.is(DatabaseClusterView.CLUSTER);
        String kind = ofCluster ? "cluster-snapshot:" : "snapshot:";
        return new Data.Kept(
                Kind.DATABASE_SNAPSHOT, id, deleted.origin().place().arn("rds", kind + id));
    }

    private static Stream<Live> tagged(AccountSnapshot now, List<Live> live, DeploymentName deployment) {
        return live.stream().filter(l -> deployment.value().equals(now.tags(l).get(ResourceNames.DEPLOYMENT_TAG)));
    }
}
