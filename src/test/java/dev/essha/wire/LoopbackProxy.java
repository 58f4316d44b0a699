package dev.essha.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on loopback; whatever host is asked for, it leads to one server on loopback. */
public final class LoopbackProxy implements AutoCloseable {

    private static final String NAMELESS = "";

    private final InetSocketAddress target;
    private final Listener listener = new Listener();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String login = NAMELESS;
    private volatile int refusal;

    public LoopbackProxy(InetSocketAddress target) {
        this.target = target;
        listener.begin(this::serve);
    }

    /** Lets only those in who say {@code user:password}. */
    public void wants(String userAndPassword) {
        login = userAndPassword;
    }

    /** Answers with this status from now on. */
    public void refusesWith(int status) {
        refusal = status;
    }

    /** {@code 127.0.0.1:43210} */
    public String address() {
        return "127.0.0.1:" + listener.port();
    }

    /** The first lines of the requests that were let in: {@code CONNECT host:port} or {@code POST http://host/}. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        listener.close();
    }

    private void serve(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        String head = head(in);
        while (!head.isEmpty() && !isLetIn(head)) {
            answer(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n");
            head = head(in);
        }
        if (!head.isEmpty()) {
            asked.add(head.lines().findFirst().orElseThrow().replaceFirst(" HTTP/1.1$", ""));
            lead(client, in, head);
        }
    }

    private void lead(Socket client, InputStream in, String head) throws IOException {
        if (refusal > 0) {
            answer(client, refusal + " No", "");
        } else if (head.startsWith("CONNECT ")) {
            tunnel(client, in);
        } else {
            answer(client, "400 Bad Request", "x-amzn-RequestId: 1\r\n");
        }
    }

    private void tunnel(Socket client, InputStream in) throws IOException {
        try (Socket upstream = new Socket()) {
            upstream.connect(target);
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            listener.beside(
                    server -> {
                        in.transferTo(server.getOutputStream());
                        server.shutdownOutput();
                    },
                    upstream);
            upstream.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private boolean isLetIn(String head) {
        String said = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return login.isEmpty() || head.contains("Proxy-Authorization: " + said + "\r\n");
    }

    private static void answer(Socket client, String status, String headers) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** @return empty at the end of the stream */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return NAMELESS;
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
