package dev.essha.plan;

import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan.Egress;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What is left of a deployment when one of its zones is lost, in the worst case: the zone has brokers, and a database's
 * primary.
 */
public record ZoneLoss(Nodes nodes, Brokers brokers, Database database, LoadBalancers loadBalancers, WayOut wayOut) {

    /**
     * What ESS needs at least.
     *
     * @see <a href="https://docs.inrupt.com/ess/installation">ESS, prerequisites</a>
     */
    public static final int ESS_NODES = 3;

    /** @see #ESS_NODES */
    public static final InstanceSize ESS_NODE = new InstanceSize(4, 8);

    /** How many replicas of a topic have to be there, so that it takes writes. */
    public static final int IN_SYNC_REPLICAS = 2;

    private static final int REPLICAS = 3;

    /** What a plan has left. */
    public static ZoneLoss of(Plan plan) {
        return new ZoneLoss(
                Nodes.of(plan), Brokers.of(plan), Database.of(plan), LoadBalancers.of(plan), WayOut.of(plan));
    }

    /** What is left of how many there are. */
    public record Left(long left, long total) {

        private static Left of(long each, int zones) {
            return new Left(each * Math.max(0, zones - 1), each * zones);
        }

        private Left times(long each) {
            return new Left(left * each, total * each);
        }
    }

    /** Whether a part of the deployment goes on as ESS needs it. */
    public enum Outlook {
        HOLDS,
        FAILS,
        /** The plan does not say. */
        UNKNOWN
    }

    /** What a sentence is about. */
    public enum Part {
        NODES,
        BROKERS,
        DATABASE,
        LOAD_BALANCERS,
        WAY_OUT
    }

    /**
     * What becomes of a part, in a sentence.
     *
     * @param key key of the sentence
     * @param args what its placeholders stand for, in order
     * @see ProblemText#sentence(Remark)
     */
    public record Remark(Part part, Outlook outlook, String key, List<Object> args) {

        public Remark {
            args = List.copyOf(args);
        }

        private static Remark of(Part part, Outlook outlook, String key, Object... args) {
            return new Remark(part, outlook, key, List.of(args));
        }
    }

    /** A sentence on each part, in the order of {@link Part}. */
    public List<Remark> remarks() {
        return List.of(nodes.remark(), brokers.remark(), database.remark(), loadBalancers.remark(), wayOut.remark());
    }

    /**
     * The worker nodes.
     *
     * @param mostLeft how many an autoscaler may make of those that are left
     * @param enoughPerZone how many each zone needs, so that ESS has enough of them in the others
     * @param size of each; empty for types whose name does not say it
     */
    public record Nodes(Left nodes, long mostLeft, long enoughPerZone, Optional<InstanceSize> size) {

        private static Nodes of(Plan plan) {
            ComputePlan compute = plan.compute();
            int zones = plan.network().zones().size();
            return new Nodes(
                    Left.of(compute.nodesPerZone(), zones),
                    Left.of(compute.maxNodesPerZone(), zones).left(),
                    Math.ceilDiv(ESS_NODES, Math.max(1, zones - 1)),
                    InstanceSize.of(compute.instanceType()));
        }

        public Optional<Left> virtualCpus() {
            return ofEach(InstanceSize::virtualCpus);
        }

        public Optional<Left> memoryGiB() {
            return ofEach(InstanceSize::memoryGiB);
        }

        private Optional<Left> ofEach(ToLongFunction<InstanceSize> part) {
            return size.map(s -> nodes.times(part.applyAsLong(s)));
        }

        /** Whether ESS has its three nodes of 4 vCPU and 8 GiB without waiting for an autoscaler. */
        public Outlook outlook() {
            if (nodes.left() < ESS_NODES) {
                return Outlook.FAILS;
            }
            return size.map(Nodes::isEnough)
                    .map(enough -> enough ? Outlook.HOLDS : Outlook.FAILS)
                    .orElse(Outlook.UNKNOWN);
        }

        private static boolean isEnough(InstanceSize each) {
            return each.virtualCpus() >= ESS_NODE.virtualCpus() && each.memoryGiB() >= ESS_NODE.memoryGiB();
        }

        private Remark remark() {
            if (nodes.left() < ESS_NODES) {
                return Remark.of(
                        Part.NODES,
                        Outlook.FAILS,
                        mostLeft < ESS_NODES ? "loss.nodes-too-few" : "loss.nodes-too-few-at-first",
                        nodes.left(),
                        nodes.total(),
                        ESS_NODES,
                        mostLeft,
                        enoughPerZone);
            }
            return size.map(s -> Remark.of(
                            Part.NODES,
                            outlook(),
                            isEnough(s) ? "loss.nodes-enough" : "loss.nodes-too-small",
                            nodes.left(),
                            nodes.total(),
                            nodes.left() * s.virtualCpus(),
                            nodes.left() * s.memoryGiB(),
                            ESS_NODES))
                    .orElseGet(() -> Remark.of(
                            Part.NODES, Outlook.UNKNOWN, "loss.nodes-of-unknown-size", nodes.left(), nodes.total()));
        }
    }

    /**
     * The Kafka brokers.
     *
     * @param replicas of each topic: MSK puts them into different zones
     */
    public record Brokers(Left brokers, Left replicas) {

        private static Brokers of(Plan plan) {
            int zones = plan.network().kafkaZones().size();
            return new Brokers(
                    Left.of(plan.messaging().brokersPerZone(), zones), Left.of(1, Math.min(zones, REPLICAS)));
        }

        /** Whether topics still take writes. */
        public Outlook outlook() {
            return replicas.left() >= IN_SYNC_REPLICAS ? Outlook.HOLDS : Outlook.FAILS;
        }

        private Remark remark() {
            String key = outlook() == Outlook.HOLDS ? "loss.brokers-write" : "loss.brokers-do-not-write";
            return Remark.of(
                    Part.BROKERS,
                    outlook(),
                    key,
                    brokers.left(),
                    brokers.total(),
                    replicas.left(),
                    replicas.total(),
                    IN_SYNC_REPLICAS);
        }
    }

    /**
     * PostgreSQL. A standby takes over in each topology.
     *
     * @param servers how many there are, each of which may have its primary in the zone
     * @param standbys of each
     * @param readableStandbys of each
     */
    public record Database(Topology topology, int servers, Left standbys, Left readableStandbys) {

        private static Database of(Plan plan) {
            int servers = DatabaseServer.of(plan).size();
            Topology topology = plan.database().topology();
            return switch (topology) {
                case MULTI_AZ_INSTANCE -> new Database(topology, servers, new Left(0, 1), new Left(0, 0));
                case MULTI_AZ_CLUSTER -> new Database(topology, servers, new Left(1, 2), new Left(1, 2));
            };
        }

        private Remark remark() {
            String key = switch (topology) {
                case MULTI_AZ_INSTANCE -> "loss.database-instance";
                case MULTI_AZ_CLUSTER -> "loss.database-cluster";
            };
            return Remark.of(Part.DATABASE, Outlook.HOLDS, key, readableStandbys.left(), readableStandbys.total());
        }
    }

    /** Those that clients reach. */
    public record LoadBalancers(LoadBalancing shape, Left balancers) {

        private static LoadBalancers of(Plan plan) {
            LoadBalancing shape = plan.edge().loadBalancing();
            int zones = plan.network().zones().size();
            return new LoadBalancers(shape, shape == LoadBalancing.SINGLE ? new Left(1, 1) : Left.of(1, zones));
        }

        private Remark remark() {
            String key = switch (shape) {
                case SINGLE -> "loss.balancer-single";
                case PER_ZONE -> "loss.balancer-per-zone";
                case FRONTED -> "loss.balancer-fronted";
            };
            return Remark.of(Part.LOAD_BALANCERS, Outlook.HOLDS, key, balancers.left(), balancers.total());
        }
    }

    /**
     * The ways out of the zones.
     *
     * @param zones those that keep theirs; none where the plan makes none
     */
    public record WayOut(Egress kind, Left zones) {

        private static WayOut of(Plan plan) {
            Egress kind = plan.network().egress();
            int zones = plan.network().zones().size();
            return switch (kind) {
                case NAT_PER_ZONE, REGIONAL_NAT -> new WayOut(kind, Left.of(1, zones));
                case NONE, EXISTING -> new WayOut(kind, new Left(0, 0));
            };
        }

        public Outlook outlook() {
            return kind == Egress.EXISTING ? Outlook.UNKNOWN : Outlook.HOLDS;
        }

        private Remark remark() {
            String key = switch (kind) {
                case NAT_PER_ZONE -> "loss.egress-nat-per-zone";
                case REGIONAL_NAT -> "loss.egress-regional-nat";
                case NONE -> "loss.egress-none";
                case EXISTING -> "loss.egress-existing";
            };
            return Remark.of(Part.WAY_OUT, outlook(), key, zones.left(), zones.total());
        }
    }
}
