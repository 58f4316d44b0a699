package dev.essha.cloud.signin;

import java.time.Instant;

/**
 * That somebody is signed in to an Identity Center.
 *
 * @param until when the token ends; may be past if it is renewed by itself
 * @param renewed whether the token is renewed by itself when it ends. When that stops is a setting of the center, which it
 *     does not tell
 */
public record CenterSession(Instant until, boolean renewed) {}
