package dev.essha.application;

import dev.essha.cloud.Entitlement;
import java.util.Optional;

/** Where an entitlement comes from that is not kept anywhere: implemented by the wiring. */
@FunctionalInterface
public interface Entitlements {

    /** What the environment holds, or a person types; empty if there is neither. */
    Optional<Entitlement> find();
}
