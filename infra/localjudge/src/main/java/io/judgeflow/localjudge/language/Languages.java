package io.judgeflow.localjudge.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The languages that work on this machine. */
public final class Languages {

    private final Map<Integer, Language> byId;

    public Languages(Collection<Language> languages) {
        byId = languages.stream().collect(Collectors.toUnmodifiableMap(Language::id, Function.identity()));
    }

    /** Sorted by name, as Judge0 lists them. */
    public List<Language> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Language::name))
                .toList();
    }

    public Optional<Language> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }
}
