package io.judgeflow.admin.letters;

import picocli.CommandLine.Command;

/** What becomes of records that could not be read or not be ended. */
@Command(
        name = "dead-letters",
        description = "Lists what was put aside, and puts it back.",
        subcommands = {ListLetters.class, EmitLetters.class})
public final class LettersCommand {}
