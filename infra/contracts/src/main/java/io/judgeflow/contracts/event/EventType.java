package io.judgeflow.contracts.event;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an event is called in every language.
 *
 * @param name as its JSON Schema, {@code schema/<name>.json}: {@code job-submitted}, {@code progress-judged}
 */
public record EventType(String name) {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final ClassValue<EventType> TYPES = new ClassValue<>() {
        @Override
        protected EventType computeValue(Class<?> event) {
            var outer = event.getDeclaringClass();
            var name = (outer == null ? "" : outer.getSimpleName()) + event.getSimpleName();
            return new EventType(HUMP.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT));
        }
    };

    /** Of events of this class. */
    public static EventType of(Class<?> event) {
        return TYPES.get(event);
    }

    /** As CloudEvents want it: {@code io.judgeflow.job-submitted.v1}. */
    public String qualified() {
        return "io.judgeflow." + name + ".v" + Schema.VERSION;
    }
}
