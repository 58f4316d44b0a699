package dev.essha.cloud.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings the file of an earlier version of this program into today's shape. */
final class OlderFormat {

    /** One region, and nothing made by hand but changes. */
    private static final int FIRST = 1;

    private OlderFormat() {}

    /** What is no such file is left as it is, for the reader to refuse. */
    static void upgrade(JsonNode root) {
        if (root instanceof ObjectNode account && account.path("format").asInt() == FIRST) {
            account.put("format", SavedAccount.FORMAT);
            account.path("stacks").forEach(stack -> stand(stack, account.path("region")));
            account.set("byHand", byHand(account));
        }
    }

    private static void stand(JsonNode stack, JsonNode region) {
        if (stack instanceof ObjectNode object) {
            object.set("region", region);
        }
    }

    private static ObjectNode byHand(ObjectNode account) {
        ObjectNode byHand = account.objectNode();
        byHand.set("removed", account.remove("removedByHand"));
        byHand.set("changed", account.remove("changedByHand"));
        byHand.set("attachments", account.remove("attachments"));
        byHand.putObject("tags");
        byHand.putObject("asked");
        byHand.putArray("made");
        return byHand;
    }
}
