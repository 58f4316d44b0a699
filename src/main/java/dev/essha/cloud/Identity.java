package dev.essha.cloud;

import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;

/**
 * Who is signed in.
 *
 * @param account the account that everything will be created in
 * @param arn the person or role, {@code arn:aws:sts::111122223333:assumed-role/admin/me}
 * @param region the region of every call
 */
public record Identity(AccountId account, String arn, RegionName region) {

    /** {@code aws}, {@code aws-us-gov} or {@code aws-cn}. */
    public String partition() {
        return arn.split(":")[1];
    }
}
