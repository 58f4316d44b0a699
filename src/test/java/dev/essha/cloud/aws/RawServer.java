package dev.essha.cloud.aws;

import dev.essha.plan.RegionName;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the bytes of an answer as they are, or none at all: for what an honest HTTP server cannot be made to do. */
public final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String answer;
    private final List<Socket> open = new ArrayList<>();

    /** @param answer a whole HTTP answer; empty to keep the connection open and say nothing */
    public RawServer(String answer) throws IOException {
        this.answer = answer;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** An answer of the query protocol. */
    public static RawServer answering(String code, String date) throws IOException {
        String body = "<ErrorResponse><Error><Code>" + code + "</Code><Message>no</Message></Error></ErrorResponse>";
        return new RawServer("HTTP/1.1 403 Forbidden\r\nDate: " + date + "\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    AwsSettings settings() {
        return AwsSettings.of(new RegionName("eu-central-1"), WireServer.NOBODYS, "1.2.3")
                .withEndpoint(endpoint())
                .withAccessKey("an-id", "a-secret");
    }

    /** How often somebody has connected. */
    synchronized int connections() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        synchronized (this) {
            for (Socket each : open) {
                each.close();
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                synchronized (this) {
                    open.add(client);
                }
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void answer(Socket client) {
        try {
            InputStream in = client.getInputStream();
            byte[] some = new byte[8192];
            if (in.read(some) > 0 && !answer.isEmpty()) {
                client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                client.close();
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }
}
