package dev.essha.blueprint;

import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.ValidPlan;
import dev.essha.wording.Labels;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plans to render: both presets as they are offered, and what neither of them chooses. */
enum Plans {
    PROOF_OF_CONCEPT {
        @Override
        Plan plan() {
            return preset(Preset.PROOF_OF_CONCEPT);
        }
    },
    PRODUCTION {
        @Override
        Plan plan() {
            return preset(Preset.PRODUCTION);
        }
    },
    /** With tags of the owner's, too. */
    DNS_ELSEWHERE {
        @Override
        Plan plan() {
            Plan p = preset(Preset.PROOF_OF_CONCEPT);
            DomainPlan domain = new DomainPlan(p.domain().name(), DomainPlan.Dns.ELSEWHERE, Optional.empty());
            return changed(p, Map.of("cost-center", "0042"), domain, p.messaging());
        }
    },
    /** In a hosted zone that the plan names, too. */
    KAFKA_WITH_IAM {
        @Override
        Plan plan() {
            Plan p = preset(Preset.PRODUCTION);
            DomainName name = p.domain().name();
            return changed(
                    p,
                    Map.of(),
                    new DomainPlan(name, DomainPlan.Dns.ROUTE53, Optional.of("Z0123456789ABC")),
                    byRole(p.messaging()));
        }
    };

    abstract Plan plan();

    Blueprint blueprint() {
        return Blueprint.of(ValidPlan.of(plan()));
    }

    /** The name as directories and messages show it. */
    String label() {
        return Labels.of(this);
    }

    private static Plan preset(Preset preset) {
        return preset.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
    }

    private static MessagingPlan byRole(MessagingPlan plan) {
        return new MessagingPlan(
                plan.kafkaVersion(),
                plan.instanceType(),
                plan.brokersPerZone(),
                plan.storageGiB(),
                MessagingPlan.Authentication.IAM,
                plan.logDays());
    }

    private static Plan changed(Plan p, Map<String, String> tags, DomainPlan domain, MessagingPlan messaging) {
        return new Plan(
                p.name(),
                p.account(),
                p.region(),
                new TreeMap<>(tags),
                p.ess(),
                p.network(),
                domain,
                p.edge(),
                p.database(),
                messaging,
                p.storage(),
                p.compute(),
                p.registry());
    }
}
