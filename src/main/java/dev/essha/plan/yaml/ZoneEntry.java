package dev.essha.plan.yaml;

import dev.essha.plan.Cidr;
import dev.essha.plan.NetworkPlan.ExistingSubnets;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.SubnetId;
import dev.essha.plan.SubnetLayout;
import dev.essha.plan.ZoneName;
import java.util.List;
import java.util.Optional;

/** A zone as the file has it: its subnets may be left to the installer. */
record ZoneEntry(
        ZoneName name,
        Optional<Cidr> publicCidr,
        Optional<Cidr> privateCidr,
        Optional<SubnetId> publicSubnet,
        Optional<SubnetId> privateSubnet) {

    private static final Setting<ZoneEntry, ZoneName> NAME =
            Setting.required("name", Shapes.ZONE, ZoneEntry::name, "The zone, in the plan's region.");

    private static final Setting<ZoneEntry, Optional<Cidr>> PUBLIC_CIDR = Setting.optional(
            "publicCidr", new Maybe<>(Shapes.CIDR), ZoneEntry::publicCidr, "Addresses of the public subnet.");

    private static final Setting<ZoneEntry, Optional<Cidr>> PRIVATE_CIDR = Setting.optional(
            "privateCidr", new Maybe<>(Shapes.CIDR), ZoneEntry::privateCidr, "Addresses of the private subnet.");

    private static final Setting<ZoneEntry, Optional<SubnetId>> PUBLIC_SUBNET = Setting.optional(
            "publicSubnet",
            new Maybe<>(Shapes.SUBNET_ID),
            ZoneEntry::publicSubnet,
            "The existing VPC's public subnet to use in this zone.");

    private static final Setting<ZoneEntry, Optional<SubnetId>> PRIVATE_SUBNET = Setting.optional(
            "privateSubnet",
            new Maybe<>(Shapes.SUBNET_ID),
            ZoneEntry::privateSubnet,
            "The existing VPC's private subnet to use in this zone.");

    static final Shape<ZoneEntry> SHAPE = new Either<>(
            new Section<>(
                    new ZoneEntry(new ZoneName("eu-central-1a")),
                    List.of(NAME, PUBLIC_CIDR, PRIVATE_CIDR, PUBLIC_SUBNET, PRIVATE_SUBNET),
                    ZoneEntry::build,
                    false),
            Shapes.ZONE,
            ZoneEntry::new);

    ZoneEntry(ZoneName name) {
        this(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ZoneEntry of(Zone zone) {
        return new ZoneEntry(
                zone.name(),
                Optional.of(zone.publicCidr()),
                Optional.of(zone.privateCidr()),
                zone.existing().map(ExistingSubnets::publicId),
                zone.existing().map(ExistingSubnets::privateId));
    }

    boolean isComplete() {
        return publicCidr.isPresent() && privateCidr.isPresent();
    }

    Zone zone() {
        return new Zone(name, publicCidr.orElseThrow(), privateCidr.orElseThrow(), existing());
    }

    Zone completed(SubnetLayout layout) {
        return new Zone(
                name, publicCidr.orElse(layout.publicCidr()), privateCidr.orElse(layout.privateCidr()), existing());
    }

    private static ZoneEntry build(Values<ZoneEntry> values) {
        refuseWithout(values, PUBLIC_SUBNET, PRIVATE_SUBNET, "network.subnet-alone");
        refuseWithout(values, PRIVATE_SUBNET, PUBLIC_SUBNET, "network.subnet-alone");
        refuseWithout(values, PUBLIC_SUBNET, PUBLIC_CIDR, "network.addresses-missing");
        refuseWithout(values, PRIVATE_SUBNET, PRIVATE_CIDR, "network.addresses-missing");
        return new ZoneEntry(
                values.get(NAME),
                values.get(PUBLIC_CIDR),
                values.get(PRIVATE_CIDR),
                values.get(PUBLIC_SUBNET),
                values.get(PRIVATE_SUBNET));
    }

    /** Said where the setting stands that wants another one beside it. */
    private static void refuseWithout(
            Values<ZoneEntry> values, Setting<ZoneEntry, ?> given, Setting<ZoneEntry, ?> wanted, String key) {
        if (values.has(given) && !values.has(wanted)) {
            values.refuse(given, key, wanted.key());
        }
    }

    /** Both or none: one alone was refused. */
    private Optional<ExistingSubnets> existing() {
        return publicSubnet.flatMap(p -> privateSubnet.map(q -> new ExistingSubnets(p, q)));
    }
}
