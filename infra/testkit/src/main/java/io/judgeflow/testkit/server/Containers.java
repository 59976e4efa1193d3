package io.judgeflow.testkit.server;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Whether tests run on containers, and how these start. */
final class Containers {

    private static final String WANTED = "test.containers";

    private Containers() {}

    static boolean wanted() {
        return !System.getProperty(WANTED, "false").equals("false");
    }

    /** An image, or the one that a property names instead. */
    static DockerImageName image(String property, String image) {
        return DockerImageName.parse(System.getProperty(property, image))
                .asCompatibleSubstituteFor(image.substring(0, image.indexOf(':')));
    }

    /** Never something else instead: whoever asks for containers wants to know that they were used. */
    static void start(GenericContainer<?> container) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("-D%s needs a container engine, and none answers".formatted(WANTED));
        }
        container.start();
    }
}
