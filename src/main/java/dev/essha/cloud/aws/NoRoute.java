package dev.essha.cloud.aws;

import java.io.IOException;

/** Nothing got through to a service for a reason on this side of it; the message names the setting to look at. */
final class NoRoute extends IOException {

    private static final long serialVersionUID = 1;

    private final boolean lasting;

    /** @param lasting whether it stays so until somebody changes a setting */
    NoRoute(String message, boolean lasting, Throwable cause) {
        super(message, cause);
        this.lasting = lasting;
    }

    boolean lasting() {
        return lasting;
    }
}
