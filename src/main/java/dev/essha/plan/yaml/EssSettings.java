package dev.essha.plan.yaml;

import dev.essha.plan.EssPlan;
import java.util.List;

/** {@code ess}. */
final class EssSettings {

    private static final Setting<EssPlan, Boolean> BROKER = Setting.optional(
            "broker",
            Shapes.TOGGLE,
            EssPlan::broker,
            "Run the Solid OIDC Broker, which lets people sign in with an existing identity provider.");

    private static final Setting<EssPlan, Boolean> WEBID = Setting.optional(
            "webid", Shapes.TOGGLE, EssPlan::webid, "Run the WebID service. Without it, WebIDs live elsewhere.");

    private static final Setting<EssPlan, Boolean> SEARCH = Setting.optional(
            "search",
            Shapes.TOGGLE,
            EssPlan::search,
            "Run the Search service. It adds a database that has the pgvector extension.");

    private EssSettings() {}

    static Section<EssPlan> section(EssPlan defaults) {
        return new Section<>(
                defaults,
                List.of(BROKER, WEBID, SEARCH),
                v -> new EssPlan(v.get(BROKER), v.get(WEBID), v.get(SEARCH)),
                true);
    }
}
