package dev.essha.cloud.rehearsal;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import java.util.List;

/** Removes a security group with the rules of other groups that name it. */
record GroupRemoval(Account account) {

    void remove(String groupId) {
        synchronized (account) {
            AccountSnapshot snapshot = account.snapshot();
            snapshot.find(SecurityGroupView.GROUP, groupId).ifPresent(group -> {
                if (new SecurityGroupView(snapshot).isWorn(groupId)) {
                    throw new CloudException(new CloudFailure.Conflict(
                            "ec2:DeleteSecurityGroup", "resource " + groupId + " has a dependent object"));
                }
                account.change(() -> {
                    rulesNaming(groupId, snapshot).forEach(account.byHand()::remove);
                    account.byHand().remove(group);
                });
            });
        }
    }

    private static List<Live> rulesNaming(String groupId, AccountSnapshot snapshot) {
        return snapshot.live().stream()
                .filter(SecurityGroupView::isRule)
                .filter(rule -> rule.properties().values().containsValue(groupId))
                .toList();
    }
}
