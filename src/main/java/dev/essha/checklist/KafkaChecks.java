package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Data.Kafka;
import dev.essha.inventory.Inventory;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
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
                    .check(SERVING.contains(kafka.state()), "state", kafka.name(), kafka.state())
                    .check(
                            perZone.size() >= ZONES_NEEDED,
                            "kafka.brokers",
                            kafka.brokerZones().size(),
                            perZone.size())
                    .check(isEven(perZone.values()), "kafka.brokers-per-zone", counts(perZone));
            zonesWithout(plan).ifPresent(facts::note);
            return facts.ruling();
        });
    }

    /** @see dev.essha.plan.NetworkPlan#kafkaZones() */
    private static Optional<Phrase> zonesWithout(Plan plan) {
        List<String> all = Words.zones(plan);
        List<String> without = all.subList(plan.network().kafkaZones().size(), all.size());
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(Phrase.of("kafka.zones-without", Words.list(without)));
    }

    private static boolean isEven(Collection<Long> counts) {
        return counts.stream().distinct().count() == 1;
    }

    private static Phrase counts(Map<String, Long> perZone) {
        return Words.list(perZone.entrySet(), e -> e.getKey() + " " + e.getValue());
    }

    static Ruling autoCreation(Plan plan, Inventory seen) {
        return on(seen, kafka -> expect(kafka, Map.of("auto.create.topics.enable", "true"), Phrase.asIs("false")));
    }

    static Ruling durability(Plan plan, Inventory seen) {
        Map<String, String> expected = new TreeMap<>(Map.of(
                "default.replication.factor", "3",
                "min.insync.replicas", "2",
                "unclean.leader.election.enable", "false"));
        return on(seen, kafka -> expect(kafka, expected, Phrase.of("kafka.default")));
    }

    private static Ruling expect(Kafka kafka, Map<String, String> expected, Phrase unset) {
        Facts facts = new Facts();
        expected.forEach((name, value) -> {
            String running = kafka.running().get(name);
            facts.check(
                    value.equals(running),
                    running == null ? Phrase.of("kafka.unset", name, unset) : Phrase.asIs(name + "=" + running));
        });
        return facts.note(
                        kafka.configurationArn().isEmpty() ? "kafka.no-configuration" : "kafka.configuration",
                        kafka.configurationRevision(),
                        kafka.configurationArn())
                .ruling();
    }

    static Ruling tls(Plan plan, Inventory seen) {
        return on(
                seen,
                kafka -> new Facts()
                        .check(kafka.tlsOnly(), kafka.tlsOnly() ? "kafka.tls-only" : "kafka.without-tls")
                        .check(
                                kafka.tlsBetweenBrokers(),
                                "kafka.tls-between-brokers",
                                Words.onOff(kafka.tlsBetweenBrokers()))
                        .check(!kafka.keyArn().isEmpty(), "kafka.encrypted", Words.orNone(kafka.keyArn()))
                        .ruling());
    }

    static Ruling access(Plan plan, Inventory seen) {
        return on(
                seen,
                kafka -> new Facts()
                        .check(
                                kafka.authenticated(),
                                kafka.authenticated() ? "kafka.asks-clients" : "kafka.asks-nobody")
                        .check(!kafka.publicAccess(), "kafka.public-access", Words.onOff(kafka.publicAccess()))
                        .ruling());
    }

    static Ruling logged(Plan plan, Inventory seen) {
        return on(
                seen,
                kafka -> new Facts()
                        .check(kafka.logged(), kafka.logged() ? "kafka.logged" : "kafka.unlogged")
                        .ruling());
    }

    private static Ruling on(Inventory seen, Function<Kafka, Ruling> judgment) {
        return Ruling.onThe(Phrase.of("missing.kafka"), seen.kafka(), judgment);
    }
}
