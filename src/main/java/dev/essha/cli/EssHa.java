package dev.essha.cli;

import dev.essha.application.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(
        name = "ess-ha",
        mixinStandardHelpOptions = true,
        description = {
            "Brings up a highly available deployment of Enterprise Solid Server on AWS, and verifies it.",
            "Without a command it rehearses an example, in an account in memory."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, nothing to do, or everything holds",
            "1:failed, or a finding fails, or the answer was no",
            "2:bad usage or a bad plan",
            "3:verify: a finding is unknown and none fails",
            "4:no access to AWS: credentials, permission, account or connection; images: nor to the release registry",
            "10:plan found changes",
            "130:interrupted"
        })
public final class EssHa implements Callable<Integer> {

    @Option(
            names = "--check-for-update",
            description = "Ask whether there is a newer version, and do nothing else. Nothing asks by itself.")
    private boolean checkForUpdate;

    private final Toolbox tools;

    private EssHa(Toolbox tools) {
        this.tools = tools;
    }

    /**
     * Runs a command.
     *
     * @param version what {@code --version} prints
     * @return the exit status
     */
    public static int run(Toolbox tools, Failures failures, String version, String... args) {
        CommandLine line = new CommandLine(new EssHa(tools))
                .addSubcommand(new NewCommand(tools))
                .addSubcommand(new ValidateCommand(tools))
                .addSubcommand(new PreviewCommand(tools))
                .addSubcommand(new CostCommand(tools))
                .addSubcommand(new PreflightCommand(tools))
                .addSubcommand(new InstallCommand(tools))
                .addSubcommand(new ImagesCommand(tools))
                .addSubcommand(new VerifyCommand(tools))
                .addSubcommand(new StatusCommand(tools))
                .addSubcommand(new ExportCommand(tools))
                .addSubcommand(new RollBackCommand(tools))
                .addSubcommand(new DestroyCommand(tools))
                .addSubcommand(new DiagnosticsCommand(tools))
                .addSubcommand(new SchemaCommand(tools));
        line.getCommandSpec().version("ESS HA Installer " + version);
        line.getSubcommands().values().forEach(c -> c.getCommandSpec().mixinStandardHelpOptions(true));
        return line.setOut(tools.console().out())
                .setErr(tools.console().err())
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(handler(tools.console(), failures))
                .execute(args);
    }

    @Override
    public Integer call() throws Exception {
        return checkForUpdate ? new UpdateNotice(tools).run() : new Demonstration(tools).run();
    }

    private static IExecutionExceptionHandler handler(Console console, Failures failures) {
        return (exception, _, parsed) -> {
            Failures.Told told = failures.tell(exception);
            if (asked(parsed, "--json")) {
                console.say(Json.line(Json.object()
                        .set(
                                "error",
                                Json.object().put("message", told.message()).put("advice", told.advice()))));
            }
            console.tell("ess-ha: " + told.message());
            if (!told.advice().isEmpty()) {
                console.tell("        " + told.advice());
            }
            if (asked(parsed, "--debug")) {
                Path log = failures.details(exception);
                console.tell("        details: " + log);
            }
            return told.status();
        };
    }

    private static boolean asked(ParseResult parsed, String option) {
        ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        return command.hasMatchedOption(option);
    }
}
