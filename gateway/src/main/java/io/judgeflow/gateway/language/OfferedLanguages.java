package io.judgeflow.gateway.language;

import io.judgeflow.contracts.event.InstanceLanguages;
import io.judgeflow.contracts.language.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** What every instance offered when it was last asked, merged. */
@Component
public class OfferedLanguages implements Languages {

    private final ConcurrentSkipListMap<String, List<Language>> byInstance = new ConcurrentSkipListMap<>();

    /**
     * One language of one or more instances.
     *
     * @param instances host and port of each, in alphabetical order
     */
    record Offered(int id, String name, List<String> instances) {}

    /** Takes what an instance offers now. */
    public void accept(InstanceLanguages offer) {
        byInstance.put(offer.instance(), offer.languages());
    }

    @Override
    public Answer judge(String language) {
        if (byInstance.isEmpty()) {
            return Answer.NOT_KNOWN_YET;
        }
        var wanted = language.toLowerCase(Locale.ROOT);
        var known = byInstance.values().stream()
                .flatMap(List::stream)
                .anyMatch(offered -> Integer.toString(offered.id()).equals(wanted)
                        || offered.name().toLowerCase(Locale.ROOT).startsWith(wanted));
        return known ? Answer.KNOWN : Answer.UNKNOWN;
    }

    /** All of them, by name. */
    List<Offered> all() {
        var order = Comparator.comparing(Language::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Language::id);
        var merged = new TreeMap<Language, TreeSet<String>>(order);
        byInstance.forEach((instance, languages) -> languages.forEach(language ->
                merged.computeIfAbsent(language, first -> new TreeSet<>()).add(instance)));
        return merged.entrySet().stream()
                .map(entry -> new Offered(entry.getKey().id(), entry.getKey().name(), List.copyOf(entry.getValue())))
                .toList();
    }
}
