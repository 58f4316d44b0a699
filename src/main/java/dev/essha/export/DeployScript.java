package dev.essha.export;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Lookup;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The script that deploys a bundle's templates with the {@code aws} command alone, in the order of the stages, with the
 * parameters and tags that the program gives them: either may go on where the other stopped.
 */
final class DeployScript {

    private static final String CERTIFICATE = "AWS::CertificateManager::Certificate";

    private final Blueprint blueprint;
    private final Plan plan;

    private DeployScript(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.plan = blueprint.plan().plan();
    }

    static String render(Blueprint blueprint) {
        return new DeployScript(blueprint).render();
    }

    private String render() {
        String stages = blueprint.stages().stream().map(this::stage).collect(Collectors.joining());
        return withFront(TextTemplate.load("deploy.sh"), Front.of(plan.edge()).names())
                .with("deployment", plan.name())
                .with("prefix", new ResourceNames(plan.name()).prefix())
                .with("region", plan.region())
                .with("aws", new StackPlaces(blueprint).awsFunctions())
                .with("preparation", accountGuard() + hostedZone() + prefixList() + certificateRecord())
                .with("stages", stages.stripTrailing())
                .render();
    }

    private static TextTemplate withFront(TextTemplate text, Output names) {
        return text.with("front-stage", names.producer().label()).with("front-names", names.key());
    }

    private String accountGuard() {
        return plan.account()
                .map(a ->
                        TextTemplate.load("account-guard.sh").with("account", a).render())
                .orElse("");
    }

    private String hostedZone() {
        return looksUp(Lookup.HOSTED_ZONE_ID)
                ? TextTemplate.load("hosted-zone.sh")
                        .with("domain", plan.domain().name())
                        .render()
                : "";
    }

    private String prefixList() {
        return looksUp(Lookup.CLOUDFRONT_PREFIX_LIST_ID)
                ? TextTemplate.load("prefix-list.sh").render()
                : "";
    }

    private boolean looksUp(Lookup lookup) {
        return blueprint.stages().stream()
                .anyMatch(s ->
                        s.work() instanceof Work.Stack stack && stack.lookups().contains(lookup));
    }

    private String certificateRecord() {
        return isDnsElsewhere() ? TextTemplate.load("certificate-record.sh").render() : "";
    }

    private boolean isDnsElsewhere() {
        return plan.domain().dns() == DomainPlan.Dns.ELSEWHERE;
    }

    private String stage(Stage stage) {
        String commands = switch (stage.work()) {
            case Work.Stack stack -> stack(stage.id(), stack);
            case Work.AttachNodes _ -> TextTemplate.load("attach-nodes.sh").render();
            case Work.AnnounceRecords work -> announcement(work);
            case Work.Adopt work -> adoption(work);
            case Work.CleanUp work -> cleanUp(work);
            case Work.HandOver _ -> "echo \"Every stage stands. Next: hand-over/create-secrets.sh\"\n";
        };
        return "\n# " + stage.id().label() + "\n" + commands;
    }

    private static String announcement(Work.AnnounceRecords work) {
        String apex =
                work.apex() ? "echo \"Some providers call an ALIAS an ANAME, or flatten a CNAME at the apex.\"\n" : "";
        return withFront(TextTemplate.load("announce-records.sh"), work.target())
                .with("domain", work.domain())
                .with("wildcard", work.domain().wildcard())
                .with("kind", work.domainType())
                .with("apex", apex)
                .render();
    }

    private static String adoption(Work.Adopt work) {
        String tags = work.tags().entrySet().stream()
                .map(t -> quote("Key=" + t.getKey() + ",Value=" + t.getValue()))
                .collect(Collectors.joining(" "));
        return TextTemplate.load("adopt.sh")
                .with("ids", String.join(" ", work.ids()))
                .with("tags", tags)
                .render();
    }

    /** Removing is left to the program, which asks first: a script that runs in a pipeline has nobody to ask. */
    private String cleanUp(Work.CleanUp work) {
        String regions = work.regions().stream()
                .map(region -> "  left_over " + region + names(work.kept().get(region)))
                .collect(Collectors.joining("\n"));
        return TextTemplate.load("clean-up.sh")
                .with("deployment", plan.name())
                .with("region", plan.region())
                .with("regions", regions)
                .with("settle", work.settleSeconds())
                .render();
    }

    private static String names(Collection<String> kept) {
        return kept == null ? "" : " " + String.join(" ", new TreeSet<>(kept));
    }

    private String stack(StageId id, Work.Stack stack) {
        StringBuilder commands = new StringBuilder();
        for (Output input : stack.inputs()) {
            commands.append("input %s %s\n".formatted(input.producer().label(), input.key()));
        }
        for (Lookup lookup : stack.lookups()) {
            commands.append("parameter %s \"%s\"\n".formatted(lookup.key(), variable(lookup)));
        }
        commands.append("%s %s %s\n".formatted(deploy(stack), id.label(), tags(stack.tags())));
        if (stack.terminationProtection()) {
            commands.append("protect %s\n".formatted(id.label()));
        }
        return commands.toString();
    }

    private String deploy(Work.Stack stack) {
        boolean waits = isDnsElsewhere()
                && stack.resources().stream().anyMatch(r -> r.type().equals(CERTIFICATE));
        return waits ? "deploy_with_certificate" : "deploy";
    }

    private static String variable(Lookup lookup) {
        return switch (lookup) {
            case HOSTED_ZONE_ID -> "$hosted_zone";
            case CLOUDFRONT_PREFIX_LIST_ID -> "$cloudfront_prefix_list";
        };
    }

    static String tags(SortedMap<String, String> tags) {
        return tags.entrySet().stream().map(DeployScript::tag).collect(Collectors.joining(" "));
    }

    private static String tag(Map.Entry<String, String> tag) {
        return quote(tag.getKey() + "=" + tag.getValue());
    }

    /** For a POSIX shell: nothing is special between single quotes but the quote itself. */
    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
