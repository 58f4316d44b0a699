package dev.essha.plan.yaml;

import dev.essha.plan.AccountId;
import dev.essha.plan.ComputePlan;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EssPlan;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import dev.essha.plan.RegistryPlan;
import dev.essha.plan.StoragePlan;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The file as a whole. What a file leaves out is as in the proof-of-concept preset; the name, the region, the zones and
 * the domain are a person's to choose, so it cannot leave them out.
 */
final class PlanSettings {

    private static final Plan DEFAULTS =
            Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);

    private static final Setting<Plan, String> API_VERSION = Setting.required(
            "apiVersion", new Version(Plan.API_VERSION), _ -> Plan.API_VERSION, "The version of this file's format.");

    private static final Setting<Plan, DeploymentName> NAME = Setting.required(
            "name",
            Shapes.NAME,
            Plan::name,
            "The deployment's name. Everything in the account is named ess-<name>; it cannot be changed later.");

    private static final Setting<Plan, Optional<AccountId>> ACCOUNT = Setting.optional(
            "account",
            new Maybe<>(Shapes.ACCOUNT),
            Plan::account,
            "The only AWS account that this plan may be installed into: a guard against the wrong sign-in.");

    private static final Setting<Plan, RegionName> REGION =
            Setting.required("region", Shapes.REGION, Plan::region, "The AWS region that everything runs in.");

    private static final Setting<Plan, SortedMap<String, String>> TAGS = Setting.optional(
            "tags",
            new Labels(),
            Plan::tags,
            "Tags for every resource beside the installer's own, for example for cost allocation. Up to 45.");

    private static final Setting<Plan, EssPlan> ESS = Setting.optional(
            "ess",
            EssSettings.section(DEFAULTS.ess()),
            Plan::ess,
            "Which optional services of ESS will run. They decide how many databases are needed (R9): seven with"
                    + " broker and webid, five without, one more with search.");

    private static final Setting<Plan, NetworkPlan> NETWORK = Setting.required(
            "network",
            NetworkSettings.section(DEFAULTS.network()),
            Plan::network,
            "The VPC, its zones and subnets (R1-R4).");

    private static final Setting<Plan, DomainPlan> DOMAIN = Setting.required(
            "domain",
            DomainSettings.section(DEFAULTS.domain()),
            Plan::domain,
            "The names under which ESS answers (R7, R8).");

    private static final Setting<Plan, EdgePlan> EDGE = Setting.optional(
            "edge",
            EdgeSettings.section(DEFAULTS.edge()),
            Plan::edge,
            "What stands between the internet and the cluster (R5-R7).");

    private static final Setting<Plan, DatabasePlan> DATABASE = Setting.optional(
            "database",
            DatabaseSettings.section(DEFAULTS.database()),
            Plan::database,
            "PostgreSQL on Amazon RDS, in several zones (R9).");

    private static final Setting<Plan, MessagingPlan> MESSAGING = Setting.optional(
            "messaging",
            MessagingSettings.section(DEFAULTS.messaging()),
            Plan::messaging,
            "Kafka on Amazon MSK, with topics created on first use (R11, R12).");

    private static final Setting<Plan, StoragePlan> STORAGE = Setting.optional(
            "storage",
            StorageSettings.section(DEFAULTS.storage()),
            Plan::storage,
            "The S3 bucket that keeps the content of resources (R10).");

    private static final Setting<Plan, ComputePlan> COMPUTE = Setting.optional(
            "compute",
            ComputeSettings.section(DEFAULTS.compute()),
            Plan::compute,
            "The Kubernetes cluster on Amazon EKS that the containers of ESS run on.");

    private static final Setting<Plan, RegistryPlan> REGISTRY = Setting.optional(
            "registry",
            RegistrySettings.section(DEFAULTS.registry()),
            Plan::registry,
            "The private registry on Amazon ECR that images are pulled from when containers start (R14, R15).");

    static final Section<Plan> FILE = new Section<>(
            DEFAULTS,
            List.of(
                    API_VERSION,
                    NAME,
                    ACCOUNT,
                    REGION,
                    TAGS,
                    ESS,
                    NETWORK,
                    DOMAIN,
                    EDGE,
                    DATABASE,
                    MESSAGING,
                    STORAGE,
                    COMPUTE,
                    REGISTRY),
            PlanSettings::build,
            true);

    private PlanSettings() {}

    private static Plan build(Values<Plan> v) {
        v.get(API_VERSION);
        return new Plan(
                v.get(NAME),
                v.get(ACCOUNT),
                v.get(REGION),
                v.get(TAGS),
                v.get(ESS),
                v.get(NETWORK),
                v.get(DOMAIN),
                v.get(EDGE),
                v.get(DATABASE),
                v.get(MESSAGING),
                v.get(STORAGE),
                v.get(COMPUTE),
                v.get(REGISTRY));
    }
}
