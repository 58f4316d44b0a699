package dev.essha.cli;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.secrecy.Redaction;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Function;

/** Turns what went wrong into a sentence for a person and an exit status; no stack trace gets past it. */
public final class Failures {

    private final Function<Throwable, Path> log;
    private final Redaction redaction;

    /**
     * @param log writes the details of a failure to a file and returns its path
     * @param redaction takes the secrets out of what is told
     */
    public Failures(Function<Throwable, Path> log, Redaction redaction) {
        this.log = log;
        this.redaction = redaction;
    }

    /**
     * What is told to a person or a program.
     *
     * @param message what went wrong
     * @param advice what to do, may be empty
     */
    record Told(String message, String advice, int status) {}

    Told tell(Throwable failure) {
        Told told = of(failure);
        return new Told(redaction.clean(told.message()), redaction.clean(told.advice()), told.status());
    }

    private static Told of(Throwable failure) {
        return switch (failure) {
            case CloudException e -> of(e.failure());
            case FileSystemException e -> new Told(e.getFile() + ": " + reason(e), "", Exit.USAGE);
            case Refused e -> new Told(e.getMessage(), e.advice(), e.status());
            default ->
                new Told(
                        "an unexpected failure: " + failure,
                        "This is a defect of the program. --debug writes the details to a log file.",
                        Exit.FAILED);
        };
    }

    /** Writes the details where a person can find them. */
    Path details(Throwable failure) {
        return log.apply(failure);
    }

    private static Told of(CloudFailure failure) {
        String what = failure.call() + ": " + failure.message();
        return switch (failure) {
            case CloudFailure.Denied denied ->
                new Told(what, "Give the signed-in identity the permission " + denied.action() + ".", Exit.NO_ACCESS);
            case CloudFailure.NotSignedIn _ ->
                new Told(
                        what,
                        "Sign in (aws sso login, AWS_PROFILE, AWS_ACCESS_KEY_ID), or add --rehearse to do it without"
                                + " an account.",
                        Exit.NO_ACCESS);
            case CloudFailure.ClockWrong _ ->
                new Told(what, "Set the clock of this computer right, then run this again.", Exit.NO_ACCESS);
            case CloudFailure.Quota quota ->
                new Told(what, "Ask for a higher quota (" + quota.code() + ") in Service Quotas.", Exit.FAILED);
            case CloudFailure.Unavailable _ ->
                new Told(
                        what,
                        "Look at the network, the proxy (HTTPS_PROXY) and the endpoint, then run this again.",
                        Exit.NO_ACCESS);
            case CloudFailure.Unreachable _ ->
                new Told(what, "Change the setting, then run this again.", Exit.NO_ACCESS);
            case CloudFailure.Throttled _ ->
                new Told(what, "The service asks for patience; run this again in a while.", Exit.FAILED);
            default -> new Told(what, "", Exit.FAILED);
        };
    }

    private static String reason(FileSystemException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "there is no such file or folder";
            case java.nio.file.AccessDeniedException _ -> "access is denied";
            case java.nio.file.DirectoryNotEmptyException _ -> "the folder holds something else; name an empty one";
            case java.nio.file.FileAlreadyExistsException _ -> "is a file, not a folder";
            default -> e.getReason() == null ? "cannot be used" : e.getReason();
        };
    }
}
