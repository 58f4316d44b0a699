package dev.essha.launch;

/** Credentials that no account knows, where the SDK's default chain finds them first. */
final class DummyCredentials {

    private static final String ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    private DummyCredentials() {}

    static void set() {
        System.setProperty(ID, "testing");
        System.setProperty(SECRET, "testing");
    }

    static void clear() {
        System.clearProperty(ID);
        System.clearProperty(SECRET);
    }
}
