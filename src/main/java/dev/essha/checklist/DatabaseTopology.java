package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Data.Database;
import dev.essha.inventory.Data.DatabaseCluster;
import dev.essha.inventory.Data.Member;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Observed;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DatabaseServer;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** R9: whether the databases that the plan asks for are there, and survive the loss of a zone in the way it asks for. */
final class DatabaseTopology {

    private static final int MEMBERS = 3;

    private DatabaseTopology() {}

    static boolean isOfClusters(Plan plan) {
        return plan.database().topology() == Topology.MULTI_AZ_CLUSTER;
    }

    static Ruling judge(Plan plan, Inventory seen) {
        return switch (plan.database().topology()) {
            case MULTI_AZ_INSTANCE ->
                every(plan, seen.databases(), Database::id, "instance", DatabaseTopology::judgeInstance);
            case MULTI_AZ_CLUSTER ->
                every(plan, seen.databaseClusters(), DatabaseCluster::id, "cluster", DatabaseTopology::judgeCluster);
        };
    }

    private static <T> Ruling every(
            Plan plan, Observed<List<T>> seen, Function<T, String> id, String kind, BiConsumer<T, Facts> judgment) {
        return Ruling.on(seen, all -> {
            Facts facts = new Facts();
            for (DatabaseServer server : DatabaseServer.of(plan)) {
                Optional<T> found = all.stream()
                        .filter(d -> id.apply(d).equals(server.identifier()))
                        .findFirst();
                found.ifPresentOrElse(
                        d -> judgment.accept(d, facts),
                        () -> facts.check(false, "the " + kind + " " + named(server) + " was not found in the VPC"));
            }
            return facts.ruling();
        });
    }

    static String named(DatabaseServer server) {
        return server.identifier()
                + server.owner().map(s -> " of the service " + s.label()).orElse("");
    }

    private static void judgeInstance(Database d, Facts facts) {
        facts.check(d.multiAz(), d.id() + ": Multi-AZ is " + Words.onOff(d.multiAz()))
                .check(
                        !d.multiAz() || hasStandby(d),
                        d.id() + ": primary in " + Words.orNone(d.zone()) + ", standby in "
                                + Words.orNone(d.secondaryZone()));
    }

    private static boolean hasStandby(Database d) {
        return d.secondaryZone() != null
                && !d.secondaryZone().isEmpty()
                && !d.secondaryZone().equals(d.zone());
    }

    private static void judgeCluster(DatabaseCluster c, Facts facts) {
        List<Member> writers = c.members().stream().filter(Member::writer).toList();
        List<Member> readers = c.members().stream().filter(m -> !m.writer()).toList();
        List<String> zones = c.members().stream().map(Member::zone).toList();
        facts.check(c.multiAz(), c.id() + ": Multi-AZ is " + Words.onOff(c.multiAz()))
                .check(
                        writers.size() == 1 && readers.size() >= MEMBERS - 1,
                        c.id() + ": writer " + placed(writers) + "; readers " + placed(readers))
                .check(
                        new TreeSet<>(zones).size() >= MEMBERS,
                        c.id() + ": its members are in the zones " + Words.list(new TreeSet<>(zones)));
    }

    private static String placed(List<Member> members) {
        return Words.list(members, m -> m.id() + " in " + Words.orNone(m.zone()));
    }
}
