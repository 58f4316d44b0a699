package dev.essha.cloud.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.StartUrl;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * IAM Identity Center and the Security Token Service on loopback: OIDC, the access portal and the few STS calls of signing in,
 * with the paths, fields, error bodies and headers of their service models. It knows what it gave out and refuses the rest, so
 * that a client that sends something wrong fails here as it would there.
 */
public final class SsoServer implements AutoCloseable {

    public static final String START_URL = "https://d-1234567890.awsapps.com/start";
    public static final String ACCOUNT = "111122223333";
    public static final String OTHER_ACCOUNT = "444455556666";

    private static final JsonMapper JSON = new JsonMapper();

    /** What the person at the other browser does, one after the other; the last one for good. */
    public final List<String> person = new CopyOnWriteArrayList<>(List.of("allows"));

    /** Method and path of every request, with the grant or action where there is one. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** Which role the person has in which account. */
    public final Map<String, String> roles = new ConcurrentHashMap<>(Map.of("Admin", ACCOUNT));

    final Set<String> refusedActions = ConcurrentHashMap.newKeySet();
    int accounts = 3;
    boolean refreshable = true;
    boolean portalDown;
    Duration tokenLife = Duration.ofHours(1);
    Duration credentialLife = Duration.ofHours(1);
    JsonNode lastRegistration;
    String lastAssumed;

    private final HttpServer server;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, JsonNode> clients = new ConcurrentHashMap<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Set<String> devices = ConcurrentHashMap.newKeySet();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    /** Account of each access key that was given out. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    public SsoServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** As a configuration of the AWS tools describes it: {@code sso-session corp}. */
    static IdentityCenter center() {
        return new IdentityCenter(
                Optional.of("corp"), new StartUrl(START_URL), new RegionName("eu-central-1"), List.of());
    }

    /** The variables that send the clients here. */
    public Map<String, String> variables() {
        return Map.of(
                "AWS_ENDPOINT_URL_SSO", endpoint().toString(),
                "AWS_ENDPOINT_URL_SSO_OIDC", endpoint().toString());
    }

    /** A key that the account knows. */
    public void knows(String keyId, String account) {
        keys.put(keyId, account);
    }

    /** From now on the account refuses every key that it gave out or knew. */
    public void endKeys() {
        keys.clear();
    }

    /** From now on the center refuses every token; they can be renewed. */
    public void endTokens() {
        tokens.clear();
    }

    /** From now on nothing can be renewed either. */
    public void endSessions() {
        endTokens();
        refreshTokens.clear();
    }

    void forgetClients() {
        clients.clear();
    }

    long times(String request) {
        return asked.stream().filter(request::equals).count();
    }

    /** As an AWS tool in another terminal would get it. */
    ObjectNode signInElsewhere(Instant now) {
        ObjectNode token = JSON.createObjectNode().put("clientId", client()).put("clientSecret", "client-secret");
        token.put("accessToken", newToken()).put("refreshToken", newRefreshToken());
        token.put("expiresAt", now.plus(tokenLife).toString());
        token.put("registrationExpiresAt", now.plus(Duration.ofDays(90)).toString());
        return token.put("startUrl", START_URL).put("region", "eu-central-1");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
            switch (path) {
                case "/client/register" -> register(exchange, JSON.readTree(body));
                case "/device_authorization" -> deviceAuthorization(exchange, JSON.readTree(body));
                case "/token" -> token(exchange, JSON.readTree(body));
                case "/authorize" -> authorize(exchange, query);
                case "/assignment/accounts" -> listAccounts(exchange, query);
                case "/assignment/roles" -> listRoles(exchange, query);
                case "/federation/credentials" -> credentials(exchange, query);
                case "/logout" -> logout(exchange);
                default -> sts(exchange, form(body));
            }
        }
    }

    // OIDC

    private void register(HttpExchange exchange, JsonNode request) throws IOException {
        asked.add("register");
        lastRegistration = request;
        boolean codes = request.path("grantTypes").toString().contains("authorization_code");
        if (!request.path("clientType").asText().equals("public")
                || codes && request.path("redirectUris").isEmpty()) {
            oidcError(exchange, 400, "InvalidClientMetadataException", "invalid_client_metadata");
            return;
        }
        if (codes && !request.path("issuerUrl").asText().equals(START_URL)) {
            oidcError(exchange, 400, "InvalidRequestException", "invalid_request");
            return;
        }
        String id = "client-" + numbers.incrementAndGet();
        clients.put(id, request);
        ObjectNode answer = JSON.createObjectNode().put("clientId", id).put("clientSecret", "client-secret");
        answer.put("clientIdIssuedAt", Instant.now().getEpochSecond());
        answer.put(
                "clientSecretExpiresAt", Instant.now().plus(Duration.ofDays(90)).getEpochSecond());
        send(exchange, 200, answer);
    }

    private void deviceAuthorization(HttpExchange exchange, JsonNode request) throws IOException {
        asked.add("device_authorization");
        if (isStranger(request)) {
            oidcError(exchange, 401, "InvalidClientException", "invalid_client");
            return;
        }
        if (!request.path("startUrl").asText().equals(START_URL)) {
            oidcError(exchange, 400, "InvalidRequestException", "invalid_request");
            return;
        }
        String device = "device-code-" + numbers.incrementAndGet();
        devices.add(device);
        String page = "https://device.sso.eu-central-1.amazonaws.com/";
        send(
                exchange,
                200,
                JSON.createObjectNode()
                        .put("deviceCode", device)
                        .put("userCode", "ABCD-EFGH")
                        .put("verificationUri", page)
                        .put("verificationUriComplete", page + "?user_code=ABCD-EFGH")
                        .put("expiresIn", 600)
                        .put("interval", 1));
    }

    private void token(HttpExchange exchange, JsonNode request) throws IOException {
        String grant = request.path("grantType").asText();
        asked.add("token " + grant);
        if (isStranger(request)) {
            oidcError(exchange, 401, "InvalidClientException", "invalid_client");
            return;
        }
        switch (grant) {
            case "urn:ietf:params:oauth:grant-type:device_code" -> deviceToken(exchange, request);
            case "authorization_code" -> codeToken(exchange, request);
            case "refresh_token" -> renewal(exchange, request);
            default -> oidcError(exchange, 400, "UnsupportedGrantTypeException", "unsupported_grant_type");
        }
    }

    private void deviceToken(HttpExchange exchange, JsonNode request) throws IOException {
        if (!devices.contains(request.path("deviceCode").asText())) {
            oidcError(exchange, 400, "InvalidGrantException", "invalid_grant");
            return;
        }
        switch (person.size() > 1 ? person.removeFirst() : person.getFirst()) {
            case "allows" -> newTokens(exchange);
            case "waits" -> oidcError(exchange, 400, "AuthorizationPendingException", "authorization_pending");
            case "hurries" -> oidcError(exchange, 400, "SlowDownException", "slow_down");
            case "denies" -> oidcError(exchange, 400, "AccessDeniedException", "access_denied");
            case "is late" -> oidcError(exchange, 400, "ExpiredTokenException", "expired_token");
            default -> exchange.close();
        }
    }

    /** The code, the address and the secret behind the hash must be those of one sign-in. */
    private void codeToken(HttpExchange exchange, JsonNode request) throws IOException {
        String expected = codes.remove(request.path("code").asText());
        String seen = request.path("redirectUri").asText() + " "
                + challenge(request.path("codeVerifier").asText());
        if (!seen.equals(expected)) {
            oidcError(exchange, 400, "InvalidGrantException", "invalid_grant");
            return;
        }
        newTokens(exchange);
    }

    private void renewal(HttpExchange exchange, JsonNode request) throws IOException {
        if (!refreshTokens.remove(request.path("refreshToken").asText())) {
            oidcError(exchange, 400, "InvalidGrantException", "invalid_grant");
            return;
        }
        newTokens(exchange);
    }

    private void newTokens(HttpExchange exchange) throws IOException {
        ObjectNode answer = JSON.createObjectNode()
                .put("accessToken", newToken())
                .put("tokenType", "Bearer")
                .put("expiresIn", tokenLife.toSeconds());
        if (refreshable) {
            answer.put("refreshToken", newRefreshToken());
        }
        send(exchange, 200, answer);
    }

    /** Where the browser goes; a person who allows is sent back with a code. */
    private void authorize(HttpExchange exchange, Map<String, String> query) throws IOException {
        asked.add("authorize");
        JsonNode client = clients.get(query.get("client_id"));
        String back = query.getOrDefault("redirect_uri", "");
        if (client == null
                || !query.get("response_type").equals("code")
                || !query.get("code_challenge_method").equals("S256")
                || !client.path("redirectUris").toString().contains(back.replaceFirst(":\\d+/", "/"))
                || !client.path("scopes").toString().contains(query.get("scope"))) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        String code = "code-" + numbers.incrementAndGet();
        codes.put(code, back + " " + query.get("code_challenge"));
        String answer = person.getFirst().equals("denies") ? "error=access_denied" : "code=" + code;
        exchange.getResponseHeaders().set("Location", back + "?" + answer + "&state=" + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
    }

    private boolean isStranger(JsonNode request) {
        return !clients.containsKey(request.path("clientId").asText())
                || !request.path("clientSecret").asText().equals("client-secret");
    }

    private String client() {
        String id = "client-" + numbers.incrementAndGet();
        clients.put(id, JSON.createObjectNode());
        return id;
    }

    private String newToken() {
        String token = "access-token-" + numbers.incrementAndGet();
        tokens.add(token);
        return token;
    }

    private String newRefreshToken() {
        String token = "refresh-token-" + numbers.incrementAndGet();
        refreshTokens.add(token);
        return token;
    }

    // The access portal

    /** Two on a page. */
    private void listAccounts(HttpExchange exchange, Map<String, String> query) throws IOException {
        asked.add("accounts");
        if (isNobody(exchange)) {
            return;
        }
        int from = Integer.parseInt(query.getOrDefault("next_token", "0"));
        ObjectNode answer = JSON.createObjectNode();
        for (int i = from; i < Math.min(from + 2, accounts); i++) {
            answer.withArray("accountList")
                    .addObject()
                    .put("accountId", "%012d".formatted(accounts - i))
                    .put("accountName", "account " + (accounts - i))
                    .put("emailAddress", "aws+" + (accounts - i) + "@example.com");
        }
        send(exchange, 200, from + 2 < accounts ? answer.put("nextToken", "" + (from + 2)) : answer);
    }

    /** One on a page. */
    private void listRoles(HttpExchange exchange, Map<String, String> query) throws IOException {
        asked.add("roles");
        if (isNobody(exchange)) {
            return;
        }
        List<String> all = List.of("ReadOnly", "Admin", "billing");
        int from = Integer.parseInt(query.getOrDefault("next_token", "0"));
        ObjectNode answer = JSON.createObjectNode();
        answer.withArray("roleList")
                .addObject()
                .put("roleName", all.get(from))
                .put("accountId", query.get("account_id"));
        send(exchange, 200, from + 1 < all.size() ? answer.put("nextToken", "" + (from + 1)) : answer);
    }

    private void credentials(HttpExchange exchange, Map<String, String> query) throws IOException {
        asked.add("credentials");
        if (portalDown) {
            portalError(exchange, 500, "InternalFailure", "down");
            return;
        }
        if (isNobody(exchange)) {
            return;
        }
        String account = query.get("account_id");
        if (!account.equals(roles.get(query.get("role_name")))) {
            portalError(exchange, 403, "ForbiddenException", "No access");
            return;
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("roleCredentials")
                .put("accessKeyId", newKey(account))
                .put("secretAccessKey", "role-secret")
                .put("sessionToken", "role-session-token")
                .put("expiration", Instant.now().plus(credentialLife).toEpochMilli());
        send(exchange, 200, answer);
    }

    private void logout(HttpExchange exchange) throws IOException {
        asked.add("logout");
        if (isNobody(exchange)) {
            return;
        }
        tokens.remove(exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token"));
        exchange.sendResponseHeaders(200, -1);
    }

    private boolean isNobody(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token");
        if (token != null && tokens.contains(token)) {
            return false;
        }
        portalError(exchange, 401, "UnauthorizedException", "Session token not found or invalid");
        return true;
    }

    // The Security Token Service

    private void sts(HttpExchange exchange, Map<String, String> request) throws IOException {
        String action = request.getOrDefault("Action", "");
        asked.add(action);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String key = authorization == null ? "" : authorization.replaceFirst("(?s).*Credential=([^/]+)/.*", "$1");
        if (refusedActions.contains(action)) {
            stsError(exchange, 403, "AccessDenied", "not authorized to perform: sts:" + action);
        } else if (action.equals("AssumeRoleWithWebIdentity")) {
            assumed(
                    exchange,
                    request,
                    request.getOrDefault("WebIdentityToken", "").equals("web-token"));
        } else if (!keys.containsKey(key)) {
            stsError(exchange, 403, key.startsWith("ASIA") ? "ExpiredToken" : "InvalidClientTokenId", "no such key");
        } else if (action.equals("AssumeRole")) {
            assumed(exchange, request, true);
        } else {
            String arn = "arn:aws:iam::" + keys.get(key) + ":user/" + key;
            xml(
                    exchange,
                    200,
                    result(
                            "GetCallerIdentity",
                            "<Account>%s</Account><Arn>%s</Arn><UserId>U</UserId>".formatted(keys.get(key), arn)));
        }
    }

    private void assumed(HttpExchange exchange, Map<String, String> request, boolean allowed) throws IOException {
        if (!allowed) {
            stsError(exchange, 400, "InvalidIdentityToken", "no");
            return;
        }
        lastAssumed = request.get("RoleArn") + " " + request.get("RoleSessionName") + " "
                + request.getOrDefault("ExternalId", "");
        String account = request.get("RoleArn").split(":")[4];
        xml(exchange, 200, result(request.get("Action"), """
            <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey>\
            <SessionToken>role-session-token</SessionToken><Expiration>%s</Expiration></Credentials>\
            <AssumedRoleUser><Arn>arn:aws:sts::%s:assumed-role/x/y</Arn><AssumedRoleId>R:y</AssumedRoleId></AssumedRoleUser>\
            """.formatted(
                        newKey(account), Instant.now().plus(credentialLife), account)));
    }

    private String newKey(String account) {
        String key = "ASIA" + numbers.incrementAndGet();
        keys.put(key, account);
        return key;
    }

    // The wire

    private static void oidcError(HttpExchange exchange, int status, String type, String error) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
        send(
                exchange,
                status,
                JSON.createObjectNode().put("error", error).put("error_description", "as the service says"));
    }

    private static void portalError(HttpExchange exchange, int status, String type, String message) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
        send(exchange, status, JSON.createObjectNode().put("message", message).putNull("__type"));
    }

    private static void stsError(HttpExchange exchange, int status, String code, String message) throws IOException {
        xml(
                exchange,
                status,
                "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>%s</Code>"
                                .formatted(code)
                        + "<Message>%s</Message></Error><RequestId>1</RequestId></ErrorResponse>".formatted(message));
    }

    private static String result(String action, String content) {
        return "<%sResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><%sResult>%s</%sResult></%sResponse>"
                .formatted(action, action, content, action, action);
    }

    private static void send(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        bytes(exchange, status, json.toString());
    }

    private static void xml(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        bytes(exchange, status, text);
    }

    private static void bytes(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        if (text != null && !text.isEmpty()) {
            for (String pair : text.split("&")) {
                String[] parts = pair.split("=", 2);
                form.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
            }
        }
        return form;
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
