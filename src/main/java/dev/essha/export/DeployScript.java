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
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The script that deploys a bundle's templates with the {@code aws} command alone, in the order of the stages, with the
 * parameters and tags that the program gives them: either may go on where the other stopped.
 */
final class DeployScript {

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
        return TextTemplate.load("deploy.sh")
                .with("deployment", plan.name())
                .with("prefix", new ResourceNames(plan.name()).prefix())
                .with("region", plan.region())
                .with("aws", TextTemplate.load("aws.sh").render())
                .with("preparation", accountGuard() + hostedZone() + certificateRecord())
                .with("stages", stages.stripTrailing())
                .render();
    }

    private String accountGuard() {
        return plan.account()
                .map(a ->
                        TextTemplate.load("account-guard.sh").with("account", a).render())
                .orElse("");
    }

    private String hostedZone() {
        boolean wanted = blueprint.stages().stream()
                .anyMatch(s ->
                        s.work() instanceof Work.Stack stack && stack.lookups().contains(Lookup.HOSTED_ZONE_ID));
        return wanted
                ? TextTemplate.load("hosted-zone.sh")
                        .with("domain", plan.domain().name())
                        .render()
                : "";
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
            case Work.Adopt _, Work.CleanUp _ -> throw new UnsupportedOperationException();
            case Work.HandOver _ -> "echo \"Every stage stands. Next: hand-over/create-secrets.sh\"\n";
        };
        return "\n# " + stage.id().label() + "\n" + commands;
    }

    private static String announcement(Work.AnnounceRecords work) {
        return TextTemplate.load("announce-records.sh")
                .with("domain", work.domain())
                .with("wildcard", work.domain().wildcard())
                .render();
    }

    private String stack(StageId id, Work.Stack stack) {
        StringBuilder commands = new StringBuilder();
        for (Output input : stack.inputs()) {
            commands.append("input %s %s\n".formatted(input.producer().label(), input.key()));
        }
        for (Lookup lookup : stack.lookups()) {
            commands.append("parameter %s \"%s\"\n".formatted(lookup.key(), variable(lookup)));
        }
        String deploy = id == StageId.EDGE && isDnsElsewhere() ? "deploy_with_certificate" : "deploy";
        commands.append("%s %s %s\n".formatted(deploy, id.label(), tags(stack.tags())));
        if (stack.terminationProtection()) {
            commands.append("protect %s\n".formatted(id.label()));
        }
        return commands.toString();
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
