package io.judgeflow.gateway.reference;

import io.judgeflow.contracts.description.AsyncApi;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the description of the topics, for those who would rather use them than this API. */
@RestController
class AsyncApiController {

    private final byte[] document = AsyncApi.document();

    @GetMapping(path = "/asyncapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> asyncApi() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(document);
    }
}
