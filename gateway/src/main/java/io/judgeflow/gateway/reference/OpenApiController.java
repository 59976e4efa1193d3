package io.judgeflow.gateway.reference;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the description of this API, which is written by hand and held against the routes by a test. */
@RestController
class OpenApiController {

    private final byte[] document;

    OpenApiController() throws IOException {
        this.document = new ClassPathResource("openapi.json").getContentAsByteArray();
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> openApi() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(document);
    }
}
