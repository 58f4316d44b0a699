package dev.essha.cloud.signin;

import dev.essha.plan.RegionName;
import java.util.Optional;

/**
 * A profile of the AWS tools' files.
 *
 * @param source where its credentials come from
 * @param region that it works in; empty where the file names none
 */
public record FoundProfile(String name, ProfileSource source, Optional<RegionName> region) {}
