package io.judgeflow.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.admin.command.Exit;
import io.judgeflow.admin.command.Failure;
import io.judgeflow.admin.command.Line;
import io.judgeflow.admin.command.Times;
import io.judgeflow.admin.letters.LettersCommand;
import io.judgeflow.admin.rejudge.RejudgeCommand;
import io.judgeflow.admin.topics.TopicsCommand;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.job.ProblemId;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command line of operators. */
@Command(
        name = "judgeflow-admin",
        description = "Looks after the log. Finds the brokers as the services do: KAFKA_BOOTSTRAP_SERVERS, and"
                + " judgeflow.kafka.* in the environment or in a file admin.yml.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LettersCommand.class, RejudgeCommand.class, TopicsCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also where there was nothing to do",
            "1:a mistake of ours",
            "2:wrong usage",
            "3:done, but for some that had been asked for",
            "4:topics that would lose or hold up jobs",
            "8:the brokers cannot be reached, or refuse; what was done is done, and a repetition does the rest",
            "130:Ctrl-C; the same%n"
        })
public final class Admin {

    private static final Pattern PLACE = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

    private Admin() {}

    /** Takes the words that {@code --help} lists, and ends with one of its exit codes. */
    public static void main(String[] words) {
        var out = new PrintWriter(System.out, true, UTF_8);
        var err = new PrintWriter(System.err, true, UTF_8);
        System.exit(commandLine(out, err).execute(words));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        var clock = Clock.systemUTC();
        var commandLine = new CommandLine(new Admin());
        commandLine
                .getCommandSpec()
                .version(String.valueOf(Admin.class.getPackage().getImplementationVersion()));
        return commandLine
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Instant.class, converter(text -> Times.read(text, clock)))
                .registerConverter(Origin.class, converter(Admin::place))
                .registerConverter(JobId.class, converter(JobId::of))
                .registerConverter(ProblemId.class, converter(ProblemId::of))
                .setParameterExceptionHandler((wrong, words) -> refusal(wrong))
                .setExecutionExceptionHandler((failed, command, parsed) -> {
                    var failure = failure(failed);
                    command.getErr().println(Line.of(String.valueOf(failure.getMessage())));
                    return failure.exit().code();
                });
    }

    private static Failure failure(Exception failed) {
        return switch (failed) {
            case Failure known -> known;
            case KafkaException e ->
                new Failure(
                        Exit.NO_ANSWER,
                        "Kafka: " + e.getMessage()
                                + (e.getCause() == null
                                        ? ""
                                        : ": " + e.getCause().getMessage()));
            default -> new Failure(Exit.FAILED, "Unexpected: " + failed);
        };
    }

    private static Origin place(String text) {
        var place = PLACE.matcher(text);
        if (!place.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a partition and an offset such as 2:17");
        }
        return new Origin(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2)));
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> reading) {
        return text -> {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static int refusal(ParameterException wrong) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage() + ".");
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return Exit.REFUSED.code();
    }
}
