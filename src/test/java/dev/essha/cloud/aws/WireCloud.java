package dev.essha.cloud.aws;

import dev.essha.cloud.Cloud;
import java.io.IOException;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For each test an account whose services are a {@link WireServer} that answers whatever the test wants. */
final class WireCloud implements BeforeEachCallback, AfterEachCallback {

    private final Function<WireServer.Request, WireServer.Answer> answerer;
    private WireServer server;
    private Cloud cloud;

    WireCloud(Function<WireServer.Request, WireServer.Answer> answerer) {
        this.answerer = answerer;
    }

    Cloud cloud() {
        return cloud;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server = new WireServer(answerer);
        cloud = AwsCloud.open(server.settings());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        cloud.close();
        server.close();
    }
}
