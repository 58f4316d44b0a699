package dev.essha.checklist;

import dev.essha.inventory.Data.Database;
import dev.essha.inventory.Data.DatabaseCluster;
import dev.essha.inventory.Data.Member;
import dev.essha.wording.Phrase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What instances and clusters have in common, for the checks that do not ask which of them it is.
 *
 * @param software as in {@code postgres 17.6 on db.m7g.large}
 * @param states of itself and, of a cluster, of each member, by their names
 */
record RunningDatabase(
        String id,
        Phrase software,
        Map<String, String> states,
        List<String> subnetZones,
        boolean encrypted,
        String keyArn,
        boolean publiclyAccessible,
        boolean deletionProtection,
        int backupDays,
        Map<String, String> parameters) {

    static RunningDatabase of(Database d) {
        return new RunningDatabase(
                d.id(),
                Phrase.of("database.software", d.engine(), d.engineVersion(), d.instanceClass()),
                Map.of(d.id(), d.status()),
                d.subnetZones(),
                d.encrypted(),
                d.keyArn(),
                d.publiclyAccessible(),
                d.deletionProtection(),
                d.backupDays(),
                d.parameters());
    }

    static RunningDatabase of(DatabaseCluster c) {
        return new RunningDatabase(
                c.id(),
                Phrase.of("database.software-of-three", "postgres", c.engineVersion(), c.instanceClass()),
                states(c),
                c.subnetZones(),
                c.encrypted(),
                c.keyArn(),
                c.publiclyAccessible(),
                c.deletionProtection(),
                c.backupDays(),
                c.parameters());
    }

    private static Map<String, String> states(DatabaseCluster cluster) {
        Map<String, String> states = new LinkedHashMap<>();
        states.put(cluster.id(), cluster.status());
        for (Member member : cluster.members()) {
            states.put(member.id(), member.status());
        }
        return Collections.unmodifiableMap(states);
    }
}
