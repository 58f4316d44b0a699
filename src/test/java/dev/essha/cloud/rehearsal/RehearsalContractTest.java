package dev.essha.cloud.rehearsal;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudContractTest;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import java.time.Duration;

/** The account in memory keeps the port's promises. */
class RehearsalContractTest extends CloudContractTest {

    private final VirtualClock clock = new VirtualClock();

    @Override
    protected Cloud open() {
        return RehearsalCloud.open(
                RehearsalSettings.of(new AccountId("111122223333"), new RegionName("eu-central-1"), clock));
    }

    @Override
    protected void letTimePass() {
        clock.advance(Duration.ofSeconds(10));
    }
}
