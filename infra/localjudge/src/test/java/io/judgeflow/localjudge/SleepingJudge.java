package io.judgeflow.localjudge;

import java.util.Map;

/** A judge in a process of its own, with a program that does not end soon. */
final class SleepingJudge {

    private SleepingJudge() {}

    public static void main(String[] args) {
        var judge = RunningJudge.start("localjudge.work-directory=" + args[0], "localjudge.sandbox=bubblewrap");
        judge.run(46, "sleep " + args[1], Map.of("wall_time_limit", 20));
    }
}
