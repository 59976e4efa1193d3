package io.judgeflow.admin.command;

import java.util.regex.Pattern;

/** Text from outside, in one line of ours. */
public final class Line {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");

    private Line() {}

    /** Without whatever could command a terminal or look like a line of ours. */
    public static String of(String text) {
        return CONTROLS.matcher(text).replaceAll("\ufffd");
    }
}
