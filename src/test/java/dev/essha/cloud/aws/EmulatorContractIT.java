package dev.essha.cloud.aws;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudContractTest;
import dev.essha.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The adapter keeps the port's promises on a real wire. Each test has names of its own in the one account. */
class EmulatorContractIT extends CloudContractTest {

    private static final Emulator EMULATOR = Emulator.shared();

    private Polling polling;

    @BeforeAll
    static void reset() {
        EMULATOR.reset();
    }

    @BeforeEach
    void startPatiently() {
        polling = new Polling("test");
    }

    @Override
    protected Cloud open() {
        return EMULATOR.open("eu-central-1");
    }

    @Override
    protected void letTimePass() {
        polling.pause();
    }
}
