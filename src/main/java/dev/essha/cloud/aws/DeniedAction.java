package dev.essha.cloud.aws;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The permission that was missing: the one that the service names, and otherwise the one that its documentation lists for
 * the call.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied errors</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">Actions of S3</a>
 */
final class DeniedAction {

    private static final Pattern NAMED = Pattern.compile("\\bperform: ([a-z0-9-]+:[A-Za-z0-9]+)");

    /** Calls whose action has another name. */
    private static final Map<String, String> OTHERWISE_NAMED = Map.ofEntries(
            Map.entry("s3:HeadBucket", "s3:ListBucket"),
            Map.entry("s3:GetBucketEncryption", "s3:GetEncryptionConfiguration"),
            Map.entry("s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
            Map.entry("s3:GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
            Map.entry("s3:ListObjectVersions", "s3:ListBucketVersions"),
            Map.entry("s3:DeleteObjects", "s3:DeleteObjectVersion"));

    private DeniedAction() {}

    static String of(String call, String message) {
        Matcher named = NAMED.matcher(message);
        return named.find() ? named.group(1) : OTHERWISE_NAMED.getOrDefault(call, call);
    }
}
