package io.judgeflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command line. */
@Command(
        name = "judgeflow",
        description = "Runs programs on a Judgeflow gateway.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = Run.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accepted; and where nothing is judged, done",
            "1:wrong answer",
            "2:wrong usage, or the gateway refused it",
            "3:time limit",
            "4:memory limit",
            "5:compilation error",
            "6:runtime error",
            "7:could not be judged, or cancelled",
            "8:the gateway cannot be reached, or the job has not ended in time",
            "130:Ctrl-C%n"
        })
public final class Judgeflow {

    private Judgeflow() {}

    /** Takes the words that {@code --help} lists, and ends with one of its exit codes. */
    public static void main(String[] words) {
        // The JVM's own code for a failure is that of a wrong answer.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failed) -> {
            System.err.println(failed);
            Runtime.getRuntime().halt(Exit.NOT_JUDGED.code());
        });
        var out = new PrintWriter(System.out, true, UTF_8);
        var err = new PrintWriter(System.err, true, UTF_8);
        System.exit(commandLine(out, err).execute(words));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        var commandLine = new CommandLine(new Judgeflow());
        commandLine
                .getCommandSpec()
                .version(String.valueOf(Judgeflow.class.getPackage().getImplementationVersion()));
        return commandLine
                .setOut(out)
                .setErr(err)
                .registerConverter(URI.class, converter(URI::create, "an address"))
                .registerConverter(UUID.class, converter(UUID::fromString, "a job's id"))
                .registerConverter(
                        Duration.class, converter(text -> Duration.parse("PT" + text), "a time such as 90s or 5m"))
                .setParameterExceptionHandler((wrong, words) -> refusal(wrong))
                .setExecutionExceptionHandler((failed, command, parsed) -> {
                    var failure = failed instanceof Failure known ? known : Failure.unexpected(failed);
                    err.println(Screen.harmless(failure.sentences()));
                    return failure.exit().code();
                });
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> reading, String wanted) {
        return text -> {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is not " + wanted);
            }
        };
    }

    private static int refusal(ParameterException wrong) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage() + ".");
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return Exit.REFUSED.code();
    }

    @Command(name = "status", description = "Says where a job stands, once.")
    int status(@Mixin Connection connection, @Parameters(paramLabel = "ID", description = "The job.") UUID id) {
        var state = State.of(connection.open().read("api/status/" + id));
        connection.screen().change(state);
        connection.screen().end(state);
        return Exit.of(state).code();
    }

    @Command(name = "cancel", description = "Cancels a job.")
    int cancel(@Mixin Connection connection, @Parameters(paramLabel = "ID", description = "The job.") UUID id) {
        var state = connection.open().cancel(id.toString());
        connection.screen().change(state);
        connection.screen().end(state);
        return Exit.ACCEPTED.code();
    }

    @Command(name = "languages", description = "Lists what can be run, and by which names.")
    int languages(@Mixin Connection connection) {
        var offered = State.of(connection.open().read("api/languages"));
        connection.screen().list(offered);
        return Exit.ACCEPTED.code();
    }
}
