package dev.essha.export;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The script that deploys a bundle's templates with the {@code aws} command alone, in the order of the stages. */
final class DeployScript {

    private final Blueprint blueprint;
    private final Plan plan;
    private final ResourceNames names;
    private final StringBuilder out = new StringBuilder();

    private DeployScript(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.plan = blueprint.plan().plan();
        this.names = new ResourceNames(plan.name());
    }

    static String render(Blueprint blueprint) {
        return new DeployScript(blueprint).write();
    }

    private String write() {
        out.append(HEAD.formatted(plan.name(), names.prefix(), plan.region(), guard()));
        out.append(FUNCTIONS);
        if (plan.domain().dns() == DomainPlan.Dns.ROUTE53) {
            out.append(hostedZone());
        }
        out.append(NAMES_COMMAND);
        blueprint.stages().forEach(this::stage);
        return out.toString();
    }

    private String guard() {
        return plan.account().map(account -> """
            [ "$(aws_ sts get-caller-identity --query Account --output text)" = %1$s ] || {
              echo "deploy: signed in to another account than %1$s" >&2
              exit 4
            }
            """.formatted(account)).orElse("");
    }

    private String hostedZone() {
        String id = plan.domain()
                .hostedZoneId()
                .map("printf %s "::concat)
                .orElse("closest_zone " + plan.domain().name());
        return HOSTED_ZONE.formatted(id);
    }

    private void stage(Stage stage) {
        out.append("\n# ").append(stage.id().label()).append('\n');
        switch (stage.work()) {
            case Work.Stack stack -> stack(stage, stack);
            case Work.AttachNodes _ -> out.append(ATTACH_NODES);
            case Work.AnnounceRecords work ->
                out.append(ANNOUNCE.formatted(work.domain(), work.domain().wildcard()));
            case Work.HandOver _ ->
                out.append("echo \"Next: hand-over/create-secrets.sh, then hand-over/databases-job.yaml\"\n");
        }
    }

    private void stack(Stage stage, Work.Stack stack) {
        String command = watchesCertificate(stage) ? "deploy_and_show_record" : "deploy";
        out.append(command).append(' ').append(stage.id().label()).append(" \\\n");
        for (Output input : stack.inputs()) {
            out.append("  \"%s=$(output %s %s)\" \\\n"
                    .formatted(input.key(), input.producer().label(), input.key()));
        }
        out.append("  --tags ").append(tags(stack.tags())).append('\n');
        if (stack.terminationProtection()) {
            out.append("protect ").append(stage.id().label()).append('\n');
        }
    }

    private boolean watchesCertificate(Stage stage) {
        return stage.id() == dev.essha.blueprint.StageId.EDGE && plan.domain().dns() == DomainPlan.Dns.ELSEWHERE;
    }

    private static String tags(SortedMap<String, String> tags) {
        return tags.entrySet().stream()
                .map(t -> quote(t.getKey() + "=" + t.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static final String HEAD = """
        #!/usr/bin/env bash
        # Deploys %1$s from the templates beside it with the aws command alone. Running it again updates what changed.
        #   deploy.sh          deploys every stage, in order
        #   deploy.sh names    prints the public names of the load balancers
        # AWS_PROFILE and the other variables of the aws command apply; AWS_ENDPOINT_URL names another endpoint.
        set -euo pipefail
        cd "$(dirname "${BASH_SOURCE[0]}")"
        command -v aws >/dev/null || { echo "deploy: the aws command is not installed" >&2; exit 2; }
        prefix=%2$s
        export AWS_REGION=%3$s AWS_DEFAULT_REGION=%3$s AWS_PAGER=

        # Version 1 of the aws command ignores AWS_ENDPOINT_URL for some services.
        aws_() { if [ -n "${AWS_ENDPOINT_URL:-}" ]; then aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; else aws "$@"; fi; }
        %4$s
        """;

    private static final String FUNCTIONS = """
        output() { # STAGE KEY: the value that a stage's stack hands on
          local value
          value=$(aws_ cloudformation describe-stacks --stack-name "$prefix-$1" \\
            --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text)
          [ -n "$value" ] && [ "$value" != None ] || { echo "deploy: stage $1 has no output $2" >&2; exit 1; }
          printf %s "$value"
        }

        deploy() { # STAGE [PARAMETER=VALUE ...] --tags ...
          local stage=$1
          shift
          echo "== $stage"
          local overrides=()
          while [ "$1" != --tags ]; do overrides+=("$1"); shift; done
          [ ${#overrides[@]} -eq 0 ] || set -- --parameter-overrides "${overrides[@]}" "$@"
          aws_ cloudformation deploy --stack-name "$prefix-$stage" --template-file "cloudformation/$stage.yaml" \\
            --capabilities CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset "$@"
        }

        deploy_and_show_record() { # like deploy; prints the record that the certificate waits for
          deploy "$@" &
          local job=$! arn record=
          while kill -0 "$job" 2>/dev/null; do
            arn=$(aws_ cloudformation describe-stack-resource --stack-name "$prefix-$1" --logical-resource-id Certificate \\
              --query StackResourceDetail.PhysicalResourceId --output text 2>/dev/null || true)
            case $arn in
              arn:*)
                [ -n "$record" ] || record=$(aws_ acm describe-certificate --certificate-arn "$arn" --output text \\
                  --query "Certificate.DomainValidationOptions[0].ResourceRecord.[Name,Type,Value]" 2>/dev/null || true)
                case $record in
                  "" | None* ) record= ;;
                  shown) ;;
                  *) printf 'Add this record at your DNS provider; the deployment waits for it:\\n  %s\\n' "$record"; record=shown ;;
                esac ;;
            esac
            sleep 5
          done
          wait "$job"
        }

        protect() {
          aws_ cloudformation update-termination-protection --enable-termination-protection \\
            --stack-name "$prefix-$1" >/dev/null
        }
        """;

    private static final String HOSTED_ZONE = """

        closest_zone() { # DOMAIN: the id of its public hosted zone or of that of the closest parent
          local name=$1 id
          while :; do
            case $name in *.*) ;; *) echo "deploy: no public hosted zone for $1" >&2; exit 1 ;; esac
            id=$(aws_ route53 list-hosted-zones-by-name --dns-name "$name." --output text \\
              --query "HostedZones[?Name=='$name.' && !Config.PrivateZone].Id | [0]")
            [ "$id" = None ] || { printf %%s "${id##*/}"; return; }
            name=${name#*.}
          done
        }
        hosted_zone=$(%s)
        """;

    private static final String NAMES_COMMAND = """

        if [ "${1:-}" = names ]; then
          output edge LoadBalancerNames | tr , '\\n'
          echo
          exit
        fi
        """;

    private static final String ATTACH_NODES = """
        IFS=, read -r -a targets <<<"$(output edge TargetGroupArns)"
        cluster=$(output compute ClusterName)
        for nodes in $(aws_ eks list-nodegroups --cluster-name "$cluster" --query 'nodegroups[]' --output text); do
          for group in $(aws_ eks describe-nodegroup --cluster-name "$cluster" --nodegroup-name "$nodes" \\
            --query 'nodegroup.resources.autoScalingGroups[].name' --output text); do
            aws_ autoscaling attach-load-balancer-target-groups --auto-scaling-group-name "$group" \\
              --target-group-arns "${targets[@]}"
          done
        done
        """;

    private static final String ANNOUNCE = """
        echo "Add these records at your DNS provider:"
        echo "  %s CNAME $(output edge LoadBalancerNames)"
        echo "  %s CNAME $(output edge LoadBalancerNames)"
        """;
}
