package dev.essha.ui.domain;

import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Offer.HostedZone;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a domain at the moment.
 *
 * @param zones hosted zones of its name and its parents'
 * @param above who serves the zones that it can be in
 * @param delegation who serves the zone that takes the records
 * @param absence what that zone says of a name that it does not have
 */
record Answers(
        Answer<List<HostedZone>> zones,
        Answer<List<DnsAnswer>> above,
        Answer<DnsAnswer> delegation,
        Answer<DnsAnswer> absence) {

    /** One look-up. */
    sealed interface Answer<T> {

        record Nothing<T>() implements Answer<T> {}

        record Running<T>() implements Answer<T> {}

        record Seen<T>(T value) implements Answer<T> {}

        /** @param failure empty if nobody answered in time */
        record Missed<T>(Optional<Throwable> failure) implements Answer<T> {}
    }
}
