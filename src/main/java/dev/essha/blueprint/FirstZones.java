package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Value;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The private subnets of the zones that what cannot move to others was made in: a plan that gets another zone names the
 * same ones.
 */
final class FirstZones {

    private FirstZones() {}

    /** Each picked by its place, with three zones, too: the list grows with a fourth, and what is picked stays. */
    static Value privateSubnets(StackDraft stack) {
        Value all = stack.input(Output.PRIVATE_SUBNET_IDS);
        List<Value> first = IntStream.range(
                        0, stack.plan().network().kafkaZones().size())
                .mapToObj(i -> Value.select(i, all))
                .toList();
        return Value.list(first);
    }
}
