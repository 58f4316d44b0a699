package dev.essha.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes connections on a free port of loopback, each in a thread of its own, until it is closed. */
public final class Listener implements AutoCloseable {

    /** What happens on a connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Service {
        /** @throws IOException where the other side is gone, which ends the connection and nothing else */
        void serve(Socket client) throws IOException;
    }

    private static final int BACKLOG = 128;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Listener() {
        try {
            this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Begins to take connections. */
    public void begin(Service service) {
        threads.submit(() -> accept(service));
    }

    /** Does something beside the connections, until this is closed. */
    public void beside(Service work, Socket client) {
        threads.submit(() -> {
            work.serve(client);
            return null;
        });
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void accept(Service service) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.submit(() -> serve(service, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Service service, Socket client) {
        try (client) {
            service.serve(client);
        } catch (IOException e) {
            // The other side went away.
        }
    }
}
