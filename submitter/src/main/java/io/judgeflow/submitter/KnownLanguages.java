package io.judgeflow.submitter;

import io.judgeflow.contracts.language.Language;
import io.judgeflow.contracts.language.LanguageCatalogue;
import io.judgeflow.judge0.Judge0;
import io.judgeflow.judge0.Judge0Fleet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What each instance offered when it was last asked; an instance that never answered offers nothing yet. */
@Component
final class KnownLanguages {

    private final Set<String> instances;
    private final Map<String, LanguageCatalogue> catalogues = new ConcurrentHashMap<>();

    KnownLanguages(Judge0Fleet fleet) {
        this.instances = fleet.instances().stream().map(Judge0::instance).collect(Collectors.toUnmodifiableSet());
    }

    void learn(String instance, List<Language> languages) {
        catalogues.put(instance, new LanguageCatalogue(languages));
    }

    boolean known(String instance) {
        return catalogues.containsKey(instance);
    }

    /** The id of a language on an instance; empty when the instance lacks it or has not answered yet. */
    Optional<Integer> idOn(String instance, String language) {
        return Optional.ofNullable(catalogues.get(instance))
                .flatMap(catalogue -> catalogue.find(language))
                .map(Language::id);
    }

    /** True when every instance has answered and none has the language: waiting would not help. */
    boolean nobodyHas(String language) {
        return catalogues.keySet().containsAll(instances)
                && instances.stream()
                        .allMatch(instance -> idOn(instance, language).isEmpty());
    }
}
