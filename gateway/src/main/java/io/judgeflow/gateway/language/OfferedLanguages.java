package io.judgeflow.gateway.language;

import io.judgeflow.contracts.event.InstanceLanguages;
import io.judgeflow.contracts.language.Language;
import io.judgeflow.contracts.language.LanguageCatalogue;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What every instance offered when it was last asked, merged. */
@Component
public class OfferedLanguages implements Languages {

    private static final Comparator<Language> BY_NAME =
            Comparator.comparing(Language::name, String.CASE_INSENSITIVE_ORDER).thenComparingInt(Language::id);

    private final ConcurrentSkipListMap<String, Offer> byInstance = new ConcurrentSkipListMap<>();

    /**
     * One language of one or more instances.
     *
     * @param id what these instances know it by; others may know another language by it
     * @param aliases words that mean exactly this one on all of these instances; none for one that is not the newest
     * @param instances host and port of each, in alphabetical order
     */
    record Offered(int id, String name, List<String> aliases, List<String> instances) {}

    /** Takes what an instance offers now. */
    public void accept(InstanceLanguages offer) {
        byInstance.put(
                offer.instance(),
                new Offer(offer.instance(), offer.languages(), new LanguageCatalogue(offer.languages())));
    }

    @Override
    public Answer judge(String language) {
        if (byInstance.isEmpty()) {
            return Answer.NOT_KNOWN_YET;
        }
        var known = byInstance.values().stream()
                .anyMatch(offer -> offer.catalogue().find(language).isPresent());
        return known ? Answer.KNOWN : Answer.UNKNOWN;
    }

    /** All of them, by name. */
    List<Offered> all() {
        var offers = new TreeMap<Language, List<Offer>>(BY_NAME);
        byInstance
                .values()
                .forEach(offer -> offer.languages()
                        .forEach(language -> offers.merge(language, List.of(offer), OfferedLanguages::both)));
        return offers.entrySet().stream()
                .map(entry -> merged(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Offered merged(Language language, List<Offer> offers) {
        var aliases = LanguageCatalogue.words(language).stream()
                .filter(word -> offers.stream().allMatch(offer -> offer.means(word, language)))
                .toList();
        var instances = offers.stream().map(Offer::instance).distinct().toList();
        return new Offered(language.id(), language.name(), aliases, instances);
    }

    private static List<Offer> both(List<Offer> some, List<Offer> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private record Offer(String instance, List<Language> languages, LanguageCatalogue catalogue) {
        boolean means(String word, Language language) {
            return catalogue.find(word).filter(language::equals).isPresent();
        }
    }
}
