package dev.essha.cli;

import dev.essha.application.Releases.Answer;
import java.net.URI;

/** Says whether there is a newer version. */
final class UpdateNotice {

    private final Toolbox tools;

    UpdateNotice(Toolbox tools) {
        this.tools = tools;
    }

    int run() {
        tools.console().say(words(tools.releases().ask()));
        return Exit.OK;
    }

    private static String words(Answer answer) {
        return switch (answer) {
            case Answer.Newest(String current) -> "This is the newest version, " + current + ".";
            case Answer.Newer newer ->
                "There is a newer version, %s; this is %s.%s"
                        .formatted(
                                newer.newest(),
                                newer.current(),
                                newer.page().map(URI::toString).map(" "::concat).orElse(""));
            case Answer.Unknown(String reason, String advice) -> throw new Refused(reason, advice, Exit.FAILED);
        };
    }
}
