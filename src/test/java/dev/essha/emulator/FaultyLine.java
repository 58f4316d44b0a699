package dev.essha.emulator;

import dev.essha.wire.Listener;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A line between a client and the emulator on which requests and answers suffer what they suffer between a laptop and
 * AWS. Which request suffers what follows from a seed and the order in which requests arrive.
 */
public final class FaultyLine implements AutoCloseable {

    /** What happens to a request or to its answer. */
    public enum Fault {
        /** The service asks for patience, in its own protocol. */
        THROTTLED,
        /** The service is broken at the moment, and so is its answer: no code, no sentence. */
        BROKEN,
        /** The connection ends before the request is served. */
        RESET,
        /** The request is served, and the connection ends before the answer. */
        ANSWER_LOST,
        /** The answer comes late. */
        DELAYED,
        /** The answer ends in the middle. */
        TRUNCATED
    }

    private static final int DELAY_MILLIS = 400;

    private final URI target;
    private final Listener listener = new Listener();
    private final Random random;
    private final double rate;
    private final AtomicLong requests = new AtomicLong();
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    private volatile long last = Long.MAX_VALUE;
    private volatile Consumer<String> watcher = _ -> {};

    private FaultyLine(URI target, double rate, long seed) {
        this.target = target;
        this.rate = rate;
        this.random = new Random(seed);
    }

    /**
     * Opens a line.
     *
     * @param rate which part of the requests suffers, 0 to 1
     */
    public static FaultyLine to(URI target, double rate, long seed) {
        FaultyLine line = new FaultyLine(target, rate, seed);
        line.listener.begin(line::serve);
        return line;
    }

    /** A line on which nothing goes wrong until it is cut. */
    public static FaultyLine to(URI target) {
        return to(target, 0, 0);
    }

    /** Hands on every request as it came in, head and body. */
    public FaultyLine watchedBy(Consumer<String> newWatcher) {
        watcher = newWatcher;
        return this;
    }

    /** Nothing comes through any more, as when the program's process is gone. What is served already is served. */
    public void cut() {
        last = requests.get();
    }

    /** Cuts the line once so many requests have come through. */
    public void cutAfter(long count) {
        last = count;
    }

    public boolean isCut() {
        return requests.get() >= last;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    /** How many requests came in. */
    public long requests() {
        return requests.get();
    }

    /** How many of them suffered. */
    public synchronized long suffered() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How often which fault happened, in words. */
    public synchronized String tally() {
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        listener.close();
    }

    /** One connection, request after request, as clients keep them open. */
    private void serve(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        while (exchange(client, in)) {
            // the next request of the same connection
        }
    }

    private boolean exchange(Socket client, InputStream in) throws IOException {
        Message request = Message.read(in, true);
        if (request == null) {
            return false;
        }
        if (isCut()) {
            return reset(client);
        }
        requests.incrementAndGet();
        watcher.accept(new String(request.bytes(), StandardCharsets.ISO_8859_1));
        Fault fault = draw();
        if (fault == Fault.RESET) {
            return reset(client);
        }
        if (fault == Fault.THROTTLED || fault == Fault.BROKEN) {
            client.getOutputStream().write(fault == Fault.BROKEN ? BROKEN : throttled(request));
            return true;
        }
        byte[] answer = served(request);
        return switch (fault) {
            case ANSWER_LOST -> reset(client);
            case TRUNCATED -> truncate(client, answer);
            case DELAYED -> late(client, answer);
            case null, default -> whole(client, answer);
        };
    }

    private synchronized Fault draw() {
        if (random.nextDouble() >= rate) {
            return null;
        }
        Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
        counts.merge(fault, 1L, Long::sum);
        return fault;
    }

    private static boolean reset(Socket client) throws SocketException {
        client.setSoLinger(true, 0);
        return false;
    }

    private static boolean truncate(Socket client, byte[] answer) throws IOException {
        client.getOutputStream().write(Arrays.copyOf(answer, answer.length * 2 / 3));
        client.getOutputStream().flush();
        return false;
    }

    private static boolean late(Socket client, byte[] answer) throws IOException {
        try {
            Thread.sleep(DELAY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return whole(client, answer);
    }

    private static boolean whole(Socket client, byte[] answer) throws IOException {
        client.getOutputStream().write(answer);
        client.getOutputStream().flush();
        return true;
    }

    /** The emulator's answer, head and body, to a request on a connection of its own. */
    private byte[] served(Message request) throws IOException {
        try (Socket upstream = new Socket()) {
            upstream.connect(new InetSocketAddress(target.getHost(), target.getPort()));
            OutputStream out = upstream.getOutputStream();
            out.write(request.bytes());
            out.flush();
            Message answer = Message.read(new BufferedInputStream(upstream.getInputStream()), !request.isHead());
            if (answer == null) {
                throw new EOFException("the emulator does not answer");
            }
            return answer.bytes();
        }
    }

    private static final byte[] BROKEN =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    /** Each protocol of AWS has its own form for the same sentence. */
    private static byte[] throttled(Message request) {
        return switch (request.service()) {
            case "s3" ->
                xml(503, "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>");
            case "ec2" ->
                xml(
                        503,
                        "<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>Request limit exceeded."
                                + "</Message></Error></Errors><RequestID>1</RequestID></Response>");
            case "cloudformation",
                    "rds",
                    "iam",
                    "sts",
                    "elasticloadbalancing",
                    "autoscaling",
                    "route53",
                    "cloudfront" ->
                xml(
                        400,
                        "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded"
                                + "</Message></Error><RequestId>1</RequestId></ErrorResponse>");
            default ->
                answer(
                        429,
                        "application/json",
                        "x-amzn-ErrorType: ThrottlingException\r\n",
                        "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
        };
    }

    private static byte[] xml(int status, String body) {
        return answer(status, "text/xml", "", body);
    }

    private static byte[] answer(int status, String type, String more, String body) {
        return "HTTP/1.1 %d Throttled\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(status, type, more, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A request or an answer as it is on the wire. */
    private record Message(String head, Map<String, String> headers, byte[] body) {

        private static final byte[] NOTHING = {};

        /** @return null at the end of the stream */
        static Message read(InputStream in, boolean hasBody) throws IOException {
            String head = head(in);
            if (head.isEmpty()) {
                return null;
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            head.lines()
                    .skip(1)
                    .filter(l -> l.contains(":"))
                    .forEach(l -> headers.put(
                            l.substring(0, l.indexOf(':')).strip(),
                            l.substring(l.indexOf(':') + 1).strip()));
            return new Message(head, headers, hasBody ? body(in, headers) : NOTHING);
        }

        byte[] bytes() {
            byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = Arrays.copyOf(start, start.length + body.length);
            System.arraycopy(body, 0, all, start.length, body.length);
            return all;
        }

        boolean isHead() {
            return head.startsWith("HEAD ");
        }

        /** From the scope of the signature: {@code Credential=KEY/20261124/eu-central-1/ec2/aws4_request}. */
        String service() {
            String[] scope = headers.getOrDefault("Authorization", "////").split("/");
            return scope.length > 3 ? scope[3] : "";
        }

        private static String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                head.append((char) next);
            }
            return head.toString();
        }

        private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
            if (headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked")) {
                return chunks(in);
            }
            int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException();
            }
            return body;
        }

        /** As they are, sizes included. */
        private static byte[] chunks(InputStream in) throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            while (true) {
                String size = line(in);
                all.writeBytes((size + "\r\n").getBytes(StandardCharsets.US_ASCII));
                int length = Integer.parseInt(size.strip(), 16);
                all.write(in.readNBytes(length));
                all.writeBytes((line(in) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                if (length == 0) {
                    return all.toByteArray();
                }
            }
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException();
                }
                line.append((char) next);
            }
            return line.toString().strip();
        }
    }
}
