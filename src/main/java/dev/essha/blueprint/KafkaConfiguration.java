package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;

/**
 * The brokers' settings (R12). Three copies of everything in three zones, two of which must have a message before it
 * counts: one zone may be away and writing goes on. Kafka's own topics for offsets and transactions follow the same rule.
 *
 * <p>It names no Kafka versions: those cannot be changed later, so an upgrade would replace a configuration that the
 * cluster uses.
 *
 * @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-properties.html">Custom
 *     configurations</a>
 */
final class KafkaConfiguration {

    /** Sorted; each change makes a new revision, which the brokers take up one after the other. */
    static final String SERVER_PROPERTIES = """
        auto.create.topics.enable=true
        default.replication.factor=3
        min.insync.replicas=2
        num.partitions=3
        offsets.topic.replication.factor=3
        replica.selector.class=org.apache.kafka.common.replica.RackAwareReplicaSelector
        transaction.state.log.min.isr=2
        transaction.state.log.replication.factor=3
        unclean.leader.election.enable=false
        """;

    private KafkaConfiguration() {}

    static ResourceRef add(StackDraft stack) {
        return stack.add(Resource.of("Configuration", "AWS::MSK::Configuration")
                .with("Name", stack.names().kafka())
                .with("Description", "Topics on demand, three copies, none lost without notice")
                .with("ServerProperties", SERVER_PROPERTIES));
    }
}
