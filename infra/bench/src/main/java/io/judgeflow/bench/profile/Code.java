package io.judgeflow.bench.profile;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose code it is; of several on one stack the innermost. */
enum Code {
    JSON("tools\\.jackson"),
    KAFKA_STREAMS("org\\.apache\\.kafka\\.streams|org\\.rocksdb"),
    KAFKA("org\\.apache\\.kafka|kafka"),
    HTTP("io\\.netty|reactor\\.netty"),
    DATABASE("io\\.r2dbc"),
    REACTOR("reactor"),
    SPRING("org\\.springframework|io\\.micrometer"),
    JUDGEFLOW("io\\.judgeflow"),
    REST("");

    private final Pattern type;

    Code(String packages) {
        this.type = Pattern.compile("(" + packages + ")\\..*");
    }

    /** @param types that are on the stack, the innermost first */
    static Code of(Stream<String> types) {
        return types.flatMap(type ->
                        Stream.of(values()).filter(code -> code.holds(type)).limit(1))
                .findFirst()
                .orElse(REST);
    }

    private boolean holds(String type) {
        return this.type.matcher(type).matches();
    }
}
