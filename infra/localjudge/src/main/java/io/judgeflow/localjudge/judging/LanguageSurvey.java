package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.language.Language;
import io.judgeflow.localjudge.language.Languages;
import io.judgeflow.localjudge.language.Toolchain;
import io.judgeflow.localjudge.submission.Extras;
import io.judgeflow.localjudge.submission.Limits;
import io.judgeflow.localjudge.submission.RawText;
import io.judgeflow.localjudge.submission.Result;
import io.judgeflow.localjudge.submission.Status;
import io.judgeflow.localjudge.submission.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the languages that work by running a program in each, just as a submission would be run. */
final class LanguageSurvey {

    private static final Logger log = LoggerFactory.getLogger(LanguageSurvey.class);
    /** Where all users find the system's programs; then this JVM's own. */
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/bin"),
            Path.of("/usr/local/bin"),
            Path.of("/bin"),
            Path.of(System.getProperty("java.home"), "bin"));

    private final Execution execution;

    LanguageSurvey(Execution execution) {
        this.execution = execution;
    }

    /** Starts at once on the given threads; completes when every candidate has been tried, never exceptionally. */
    CompletableFuture<Languages> start(List<Toolchain> candidates, Executor threads) {
        var trials = candidates.stream()
                .flatMap(candidate -> candidate.installed(LanguageSurvey::locate).stream()
                        .map(language -> new Trial(language, RawText.of(candidate.greeting()))))
                .map(trial -> CompletableFuture.supplyAsync(() -> working(trial), threads))
                .toList();
        return CompletableFuture.allOf(trials.toArray(CompletableFuture[]::new)).thenApply(all -> {
            var working =
                    trials.stream().flatMap(trial -> trial.join().stream()).toList();
            log.info("Languages: {}", working.stream().map(Language::name).toList());
            return new Languages(working);
        });
    }

    private record Trial(Language language, RawText source) {}

    private Optional<Language> working(Trial trial) {
        var language = trial.language();
        var result = result(new Task(trial.source(), null, null, language, Limits.usual(), Set.of(), Extras.NONE));
        if (result.status() == Status.ACCEPTED && result.stdout() != null) {
            return Optional.of(
                    Toolchain.versioned(language, result.stdout().latin1().trim()));
        }
        if (Thread.currentThread().isInterrupted()) {
            return Optional.empty();
        }
        log.info(
                "{} is installed but does not work: {}",
                language.name(),
                result.status().description());
        return Optional.empty();
    }

    private Result result(Task task) {
        try {
            return execution.execute(task);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Result.internalError("the judge was stopped");
        }
    }

    private static Optional<Path> locate(String program) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
