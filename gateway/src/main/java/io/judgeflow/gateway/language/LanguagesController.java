package io.judgeflow.gateway.language;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what can be run. */
@RestController
class LanguagesController {

    private final OfferedLanguages languages;

    LanguagesController(OfferedLanguages languages) {
        this.languages = languages;
    }

    /** Empty until the first instance has said what it offers. */
    @GetMapping(path = "/api/languages", produces = MediaType.APPLICATION_JSON_VALUE)
    List<OfferedLanguages.Offered> languages() {
        return languages.all();
    }
}
