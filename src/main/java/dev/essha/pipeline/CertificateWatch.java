package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.Stacks;
import dev.essha.plan.DnsRecord;
import java.util.List;
import java.util.Optional;

/**
 * Where DNS is elsewhere, the creation of a certificate waits until a person has added the record that proves the
 * ownership of the domain. Shows the record while the stack is followed, and says when it is there.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html">ACM, DNS validation</a>
 */
final class CertificateWatch implements Follow.Observer {

    private static final String CERTIFICATE = "AWS::CertificateManager::Certificate";

    private final StageContext context;
    private final Stacks stacks;
    private final String stackName;
    private boolean unnamed;
    private Optional<String> pending = Optional.empty();
    private Optional<DnsRecord> awaited = Optional.empty();

    /** @param stacks of the region where the stack stands */
    CertificateWatch(StageContext context, Stacks stacks, String stackName) {
        this.context = context;
        this.stacks = stacks;
        this.stackName = stackName;
    }

    @Override
    public void happened(StackEvent event) {
        if (!event.type().equals(CERTIFICATE)) {
            return;
        }
        unnamed = isBeingMade(event) && event.physicalId().isEmpty();
        if (!event.physicalId().isEmpty()) {
            pending = isBeingMade(event) ? Optional.of(event.physicalId()) : Optional.empty();
            if (pending.isEmpty()) {
                foundIfAwaited();
            }
        }
    }

    @Override
    public void looked() throws InterruptedException {
        if (unnamed) {
            pending = standing();
            unnamed = pending.isEmpty();
        }
        if (pending.isPresent() && awaited.isEmpty()) {
            announce(pending.get());
        } else if (awaited.isPresent() && isVisible(awaited.get())) {
            foundIfAwaited();
            pending = Optional.empty();
        }
    }

    /** For an event that came before the certificate had an ARN, and is not told again while it waits. */
    private Optional<String> standing() throws InterruptedException {
        return context.retry().get(() -> stacks.resources(stackName)).stream()
                .filter(r -> r.type().equals(CERTIFICATE) && !r.physicalId().isEmpty())
                .map(StackResource::physicalId)
                .findFirst();
    }

    private void announce(String certificateArn) throws InterruptedException {
        awaited = validation(certificateArn);
        awaited.ifPresent(record -> context.needs(Event.Purpose.CERTIFICATE_VALIDATION, List.of(record)));
    }

    /** One that has just been asked for may not be known everywhere yet. */
    private Optional<DnsRecord> validation(String certificateArn) throws InterruptedException {
        try {
            return context.retry().get(() -> context.cloud().actions().certificateValidation(certificateArn));
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.NotFound)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private boolean isVisible(DnsRecord record) {
        return context.cloud().resolver().lookUp(record.name(), record.type()).values().stream()
                .anyMatch(record.value()::equalsIgnoreCase);
    }

    private static boolean isBeingMade(StackEvent event) {
        return event.status().endsWith("_IN_PROGRESS") && !event.status().startsWith("DELETE_");
    }

    private void foundIfAwaited() {
        if (awaited.isPresent()) {
            context.found(Event.Purpose.CERTIFICATE_VALIDATION);
            awaited = Optional.empty();
        }
    }
}
