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
import dev.essha.wording.Phrase;
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
                every(
                        plan,
                        seen.databases(),
                        Database::id,
                        "database.missing-instance",
                        DatabaseTopology::judgeInstance);
            case MULTI_AZ_CLUSTER ->
                every(
                        plan,
                        seen.databaseClusters(),
                        DatabaseCluster::id,
                        "database.missing-cluster",
                        DatabaseTopology::judgeCluster);
        };
    }

    private static <T> Ruling every(
            Plan plan, Observed<List<T>> seen, Function<T, String> id, String missing, BiConsumer<T, Facts> judgment) {
        return Ruling.on(seen, all -> {
            Facts facts = new Facts();
            for (DatabaseServer server : DatabaseServer.of(plan)) {
                Optional<T> found = all.stream()
                        .filter(d -> id.apply(d).equals(server.identifier()))
                        .findFirst();
                found.ifPresentOrElse(d -> judgment.accept(d, facts), () -> facts.check(false, missing, named(server)));
            }
            return facts.ruling();
        });
    }

    private static Phrase named(DatabaseServer server) {
        return server.owner()
                .map(s -> Phrase.of("database.of-service", server.identifier(), s.label()))
                .orElseGet(() -> Phrase.asIs(server.identifier()));
    }

    private static void judgeInstance(Database d, Facts facts) {
        facts.check(d.multiAz(), "database.multi-az", d.id(), Words.onOff(d.multiAz()))
                .check(
                        !d.multiAz() || hasStandby(d),
                        "database.standby",
                        d.id(),
                        Words.orNone(d.zone()),
                        Words.orNone(d.secondaryZone()));
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
        facts.check(c.multiAz(), "database.multi-az", c.id(), Words.onOff(c.multiAz()))
                .check(
                        writers.size() == 1 && readers.size() >= MEMBERS - 1,
                        "database.members",
                        c.id(),
                        placed(writers),
                        placed(readers))
                .check(
                        new TreeSet<>(zones).size() >= MEMBERS,
                        "database.member-zones",
                        c.id(),
                        Words.list(new TreeSet<>(zones)));
    }

    private static Phrase placed(List<Member> members) {
        return Words.listed(members, m -> Phrase.of("database.member", m.id(), Words.orNone(m.zone())));
    }
}
