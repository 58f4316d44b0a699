package dev.essha.cloud.aws;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the AWS tools keep their files, and the variables that they heed. It is given, so that nobody reads the files of a
 * person by accident. Its text does not show the variables: some are secrets.
 *
 * @param folder the person's home folder
 * @param environment the environment's variables
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html">Location of the shared files</a>
 */
public record AwsHome(Path folder, Map<String, String> environment) {

    private static final String DEFAULT_PROFILE = "default";

    public AwsHome {
        environment = Map.copyOf(environment);
    }

    Path config() {
        return file("AWS_CONFIG_FILE", "config");
    }

    Path credentials() {
        return file("AWS_SHARED_CREDENTIALS_FILE", "credentials");
    }

    /** Of IAM Identity Center; no variable moves it. */
    Path tokens() {
        return folder.resolve(".aws").resolve("sso").resolve("cache");
    }

    /** The profile that counts where none is named. */
    String defaultProfile() {
        return variable("AWS_PROFILE").or(() -> variable("AWS_DEFAULT_PROFILE")).orElse(DEFAULT_PROFILE);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
    }

    boolean says(String variable) {
        return variable(variable).map(Boolean::parseBoolean).orElse(false);
    }

    /** @return a path may begin with a tilde, as in a shell */
    Path expanded(String path) {
        return path.startsWith("~/") || path.startsWith("~\\") ? folder.resolve(path.substring(2)) : Path.of(path);
    }

    @Override
    public String toString() {
        return "AwsHome[" + folder + "]";
    }

    private Path file(String variable, String name) {
        return variable(variable)
                .map(this::expanded)
                .orElse(folder.resolve(".aws").resolve(name));
    }
}
