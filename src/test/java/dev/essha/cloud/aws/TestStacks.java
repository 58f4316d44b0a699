package dev.essha.cloud.aws;

import dev.essha.cloud.Proposal;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Brings up the facts of a test from a template beside it. */
final class TestStacks {

    private final Stacks stacks;

    TestStacks(Stacks stacks) {
        this.stacks = stacks;
    }

    static StackRequest request(String stackName, String template, Map<String, String> parameters) {
        return new StackRequest(
                stackName,
                text(template),
                new TreeMap<>(parameters),
                new TreeMap<>(Map.of("ess-ha:deployment", "demo", "ess-ha:stage", template.replace(".yaml", ""))));
    }

    /** Creates or changes a stack and waits for its end, whatever that is. */
    StackView bringUp(String stackName, String template, Map<String, String> parameters) {
        Proposal proposal = stacks.propose(request(stackName, template, parameters));
        stacks.execute(proposal);
        return settled(proposal.stackId());
    }

    StackView bringUp(String stackName, String template) {
        return bringUp(stackName, template, Map.of());
    }

    /** CloudFormation tells nobody when it is done: it has to be asked. */
    StackView settled(String stackId) {
        StackView seen = stacks.find(stackId).orElseThrow();
        Polling polling = new Polling("test");
        while (seen.status().inProgress()) {
            polling.pause();
            seen = stacks.find(stackId).orElseThrow();
        }
        return seen;
    }

    private static String text(String template) {
        try (InputStream in = TestStacks.class.getResourceAsStream(template)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
