package dev.essha.plan;

/**
 * A DNS record as a person would add it.
 *
 * @param name owner name without a trailing dot; may start with {@code *.}
 * @param type {@code CNAME}, {@code A}, ...
 * @param value what it leads to, without a trailing dot
 * @param ttlSeconds how long resolvers may keep it
 */
public record DnsRecord(String name, String type, String value, int ttlSeconds) {}
