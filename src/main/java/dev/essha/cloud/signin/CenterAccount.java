package dev.essha.cloud.signin;

import dev.essha.plan.AccountId;

/**
 * An account that an Identity Center leads to.
 *
 * @param name may be empty
 * @param email of the account, not of the person; may be empty
 */
public record CenterAccount(AccountId id, String name, String email) {}
