package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.text;

import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;

/** What uses a network interface, in words for a person; nothing is decided on them. */
final class InterfaceOwner {

    private InterfaceOwner() {}

    static String of(NetworkInterface seen) {
        NetworkInterfaceAttachment attachment = seen.attachment();
        if (attachment != null && attachment.instanceId() != null) {
            return "instance " + attachment.instanceId();
        }
        if (!text(seen.description()).isBlank()) {
            return seen.description();
        }
        if (!text(seen.requesterId()).isBlank()) {
            return seen.requesterId();
        }
        return attachment == null ? "nothing" : text(attachment.instanceOwnerId());
    }
}
