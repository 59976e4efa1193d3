package io.judgeflow.contracts.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

/** AsyncAPI's own schema, from npm, takes the document; skipped on a machine without npm that is not CI. */
class AsyncApiSpecificationIT {

    private static final Path SOURCES = Path.of("src", "test", "asyncapi");
    private static final Path INSTALLED = Path.of("target", "asyncapi");

    private static Schema specification;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (var file : new String[] {"package.json", "package-lock.json"}) {
            Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Assumptions.assumeTrue(System.getenv("CI") != null || npm("--version"), "needs npm");
        assertThat(npm("ci", "--no-audit", "--no-fund", "--ignore-scripts")).isTrue();
        var schema =
                INSTALLED.resolve(Path.of("node_modules", "@asyncapi", "specs", "schemas", "3.0.0-without-$id.json"));
        specification =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(Files.readString(schema));
    }

    @Test
    void isAnAsyncApiDocument() {
        assertThat(specification.validate(Schemas.JSON.readTree(AsyncApi.document())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/info/title",
                "/channels/results/address",
                "/operations/submitJob/action",
                "/components/messages/jobResult/name",
                "/channels/results/bindings/kafka/bindingVersion"
            })
    void wouldNotBeOneWithSomethingElseThere(String at) {
        var document = Schemas.JSON.readTree(AsyncApi.document());
        var wrong = Mutant.of(document, JsonPointer.compile(at), Schemas.JSON.createArrayNode());
        assertThat(specification.validate(wrong.value())).isNotEmpty();
    }

    private static boolean npm(String... words) throws InterruptedException {
        var command = new ArrayList<>(List.of(words));
        command.addFirst("npm");
        try {
            var process = new ProcessBuilder(command)
                    .directory(INSTALLED.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(4, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
