package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Data.Kafka;
import dev.essha.inventory.Inventory;
import dev.essha.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * R11 and R12: the brokers and the configuration revision that they really run.
 *
 * @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/msk-default-configuration.html">MSK's defaults</a>
 */
final class KafkaChecks {

    private static final int ZONES_NEEDED = 3;
    /** States in which all brokers serve or one after the other is restarted. */
    private static final Set<String> SERVING =
            Set.of("ACTIVE", "HEALING", "MAINTENANCE", "REBOOTING_BROKER", "UPDATING");

    private KafkaChecks() {}

    static Ruling brokers(Plan plan, Inventory seen) {
        return on(seen, kafka -> {
            Map<String, Long> perZone = kafka.brokerZones().stream()
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
            Facts facts = new Facts()
                    .check(SERVING.contains(kafka.state()), kafka.name() + " is " + kafka.state())
                    .check(
                            perZone.size() >= ZONES_NEEDED,
                            kafka.brokerZones().size() + " brokers in " + perZone.size() + " zones")
                    .check(isEven(perZone.values()), "brokers in each zone: " + counts(perZone));
            zonesWithout(plan).ifPresent(facts::note);
            return facts.ruling();
        });
    }

    /** @see dev.essha.plan.NetworkPlan#kafkaZones() */
    private static Optional<String> zonesWithout(Plan plan) {
        List<String> all = Words.zones(plan);
        List<String> without = all.subList(plan.network().kafkaZones().size(), all.size());
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of("Amazon MSK spans three zones at most, so none is meant to be in " + Words.list(without));
    }

    private static boolean isEven(Collection<Long> counts) {
        return counts.stream().distinct().count() == 1;
    }

    private static String counts(Map<String, Long> perZone) {
        return Words.list(perZone.entrySet(), e -> e.getKey() + " " + e.getValue());
    }

    static Ruling autoCreation(Plan plan, Inventory seen) {
        return on(seen, kafka -> expect(kafka, Map.of("auto.create.topics.enable", "true"), "false"));
    }

    static Ruling durability(Plan plan, Inventory seen) {
        Map<String, String> expected = new TreeMap<>(Map.of(
                "default.replication.factor", "3",
                "min.insync.replicas", "2",
                "unclean.leader.election.enable", "false"));
        return on(seen, kafka -> expect(kafka, expected, "MSK's default"));
    }

    private static Ruling expect(Kafka kafka, Map<String, String> expected, String unset) {
        Facts facts = new Facts();
        expected.forEach((name, value) -> {
            String running = kafka.running().get(name);
            facts.check(value.equals(running), name + "=" + (running == null ? unset + " (not set)" : running));
        });
        String revision = kafka.configurationArn().isEmpty()
                ? "the brokers run no configuration of their own"
                : "the brokers run revision " + kafka.configurationRevision() + " of " + kafka.configurationArn();
        return facts.note(revision).ruling();
    }

    static Ruling tls(Plan plan, Inventory seen) {
        return on(
                seen,
                kafka -> new Facts()
                        .check(
                                kafka.tlsOnly(),
                                "clients may connect " + (kafka.tlsOnly() ? "with TLS only" : "without TLS"))
                        .check(
                                kafka.tlsBetweenBrokers(),
                                "TLS between brokers is " + (kafka.tlsBetweenBrokers() ? "on" : "off"))
                        .check(!kafka.keyArn().isEmpty(), "encrypted at rest with " + Words.orNone(kafka.keyArn()))
                        .ruling());
    }

    static Ruling access(Plan plan, Inventory seen) {
        return on(
                seen,
                kafka -> new Facts()
                        .check(
                                kafka.authenticated(),
                                "clients "
                                        + (kafka.authenticated() ? "have to prove who they are" : "are let in unasked"))
                        .check(!kafka.publicAccess(), "public access is " + (kafka.publicAccess() ? "on" : "off"))
                        .ruling());
    }

    static Ruling logged(Plan plan, Inventory seen) {
        return on(
                seen,
                kafka -> new Facts()
                        .check(kafka.logged(), "broker logs are " + (kafka.logged() ? "kept" : "not kept"))
                        .ruling());
    }

    private static Ruling on(Inventory seen, Function<Kafka, Ruling> judgment) {
        return Ruling.onThe("the Kafka cluster", seen.kafka(), judgment);
    }
}
