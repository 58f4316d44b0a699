package dev.essha.ui.draft;

import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.Plan;
import dev.essha.plan.SubnetLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * The region and the zones of a draft. Subnets are either cut from the VPC by the reader, and follow whatever is chosen, or
 * typed; in the first case the draft has no text for them.
 */
public final class ZoneChoice {

    private static final String NAME = "name";
    private static final String PUBLIC_CIDR = "publicCidr";
    private static final String PRIVATE_CIDR = "privateCidr";
    private static final String REGION = "region";
    private static final String EGRESS = "network.egress";
    private static final String EXISTING_VPC = "network.existingVpc";
    private static final String EXISTING = "existing";

    private final Draft draft;
    private final ReadOnlyBooleanWrapper typed = new ReadOnlyBooleanWrapper();
    private final BooleanBinding existing;

    public ZoneChoice(Draft draft) {
        this.draft = draft;
        existing = Bindings.createBooleanBinding(
                () -> text(EGRESS).equals(EXISTING) || !text(EXISTING_VPC).isBlank(),
                draft.text(EGRESS),
                draft.text(EXISTING_VPC));
        refresh();
    }

    /** Looks at the draft again, which another plan may have been loaded into: subnets that are as the reader cuts them follow it. */
    public void refresh() {
        typed.set(existing.get() || !isAsCut());
        if (!typed.get()) {
            forgetSubnets();
        }
    }

    /** Names of the zones as they stand, in the order of their subnets. */
    public List<String> names() {
        return IntStream.range(0, draft.zoneCount().get())
                .mapToObj(i -> text(path(i, NAME)))
                .toList();
    }

    /** Adds a zone behind the others: what they have stays theirs. */
    public void add(String zone) {
        choose(Stream.concat(names().stream(), Stream.of(zone)).distinct().toList());
    }

    public void remove(String zone) {
        choose(names().stream().filter(n -> !n.equals(zone)).toList());
    }

    /** These zones, in this order, and no others. Those that were there keep what was typed of them. */
    public void choose(List<String> zones) {
        Map<String, Map<String, String>> known = new HashMap<>();
        for (int i = 0; i < draft.zoneCount().get(); i++) {
            known.put(text(path(i, NAME)), settings(i));
        }
        List<Map<String, String>> wanted = new ArrayList<>();
        zones.forEach(zone -> wanted.add(known.getOrDefault(zone, Map.of(NAME, zone))));
        draft.zones(wanted);
    }

    /** Moves to another region, with zones of the same letters and everything else as it is. */
    public void moveTo(String region) {
        String from = text(REGION);
        draft.change(() -> {
            for (int i = 0; i < draft.zoneCount().get(); i++) {
                String name = text(path(i, NAME));
                if (name.startsWith(from)) {
                    draft.text(path(i, NAME)).set(region + name.substring(from.length()));
                }
            }
            draft.text(REGION).set(region);
        });
    }

    /** Whether the subnets are typed. */
    public ReadOnlyBooleanProperty typed() {
        return typed.getReadOnlyProperty();
    }

    /** Writes the subnets down as they are, to be changed. */
    public void type() {
        typed.set(true);
        List<Zone> zones = draft.readable().get().network().zones();
        draft.change(() -> {
            for (int i = 0; i < Math.min(zones.size(), draft.zoneCount().get()); i++) {
                writeIfBlank(path(i, PUBLIC_CIDR), zones.get(i).publicCidr());
                writeIfBlank(path(i, PRIVATE_CIDR), zones.get(i).privateCidr());
            }
        });
    }

    /** Leaves the subnets to the reader again. */
    public void cut() {
        typed.set(false);
        forgetSubnets();
    }

    /** Whether the VPC is one that is there already. */
    public BooleanBinding existing() {
        return existing;
    }

    /** A VPC that is there already brings its addresses and its way out; which one it is remains to be typed. */
    public void useExisting() {
        type();
        draft.text(EGRESS).set(EXISTING);
    }

    /** A VPC is created after all: what was typed of the other is forgotten. */
    public void create() {
        draft.change(() -> {
            draft.text(EXISTING_VPC).set("");
            draft.text(EGRESS)
                    .set(draft.options(EGRESS).stream()
                            .filter(o -> !o.equals(EXISTING))
                            .findFirst()
                            .orElseThrow());
            for (int i = 0; i < draft.zoneCount().get(); i++) {
                draft.text(path(i, "publicSubnet")).set("");
                draft.text(path(i, "privateSubnet")).set("");
            }
        });
        cut();
    }

    /** The path of a zone's setting. */
    public static String path(int zone, String setting) {
        return "network.zones[" + zone + "]." + setting;
    }

    private void forgetSubnets() {
        draft.change(() -> {
            for (int i = 0; i < draft.zoneCount().get(); i++) {
                draft.text(path(i, PUBLIC_CIDR)).set("");
                draft.text(path(i, PRIVATE_CIDR)).set("");
            }
        });
    }

    private boolean isAsCut() {
        Plan plan = draft.readable().get();
        int count = draft.zoneCount().get();
        Optional<List<SubnetLayout>> layout = count == 0
                ? Optional.of(List.of())
                : SubnetLayout.of(plan.network().vpcCidr(), count);
        return layout.filter(cut -> IntStream.range(0, count).allMatch(i -> isAsCut(i, cut.get(i))))
                .isPresent();
    }

    private boolean isAsCut(int zone, SubnetLayout cut) {
        return isBlankOr(path(zone, PUBLIC_CIDR), cut.publicCidr())
                && isBlankOr(path(zone, PRIVATE_CIDR), cut.privateCidr());
    }

    private boolean isBlankOr(String path, Object value) {
        return text(path).isBlank() || text(path).equals(value.toString());
    }

    private void writeIfBlank(String path, Object value) {
        if (text(path).isBlank()) {
            draft.text(path).set(value.toString());
        }
    }

    private Map<String, String> settings(int zone) {
        Map<String, String> settings = new HashMap<>();
        Stream.of(NAME, PUBLIC_CIDR, PRIVATE_CIDR, "publicSubnet", "privateSubnet")
                .forEach(key -> settings.put(key, text(path(zone, key))));
        return settings;
    }

    private String text(String path) {
        return draft.text(path).get();
    }
}
