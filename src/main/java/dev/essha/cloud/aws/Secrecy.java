package dev.essha.cloud.aws;

import java.util.regex.Pattern;

/**
 * Keeps values that may be secret away from screens, logs and reports. CloudFormation does not compare properties that can
 * only be written, as most passwords are; this is for those that it does compare.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html">Drift detection
 *     considerations</a>
 */
final class Secrecy {

    static final String HIDDEN = "(hidden)";

    private static final String SECRET = "(password|secret|token|credential|privatekey|userdata)";

    private static final Pattern PATH = Pattern.compile(SECRET, Pattern.CASE_INSENSITIVE);

    /** A key of an object that is written as JSON. */
    private static final Pattern KEY = Pattern.compile("\"[^\"]*" + SECRET + "[^\"]*\"\\s*:", Pattern.CASE_INSENSITIVE);

    private Secrecy() {}

    /**
     * A value as it may be shown.
     *
     * @param path of its property, {@code /MasterUserPassword}
     * @param value as text, or as JSON where it is more than a text
     */
    static String shown(String path, String value) {
        boolean secret = PATH.matcher(path).find() || KEY.matcher(value).find();
        return secret && !value.isEmpty() ? HIDDEN : value;
    }
}
