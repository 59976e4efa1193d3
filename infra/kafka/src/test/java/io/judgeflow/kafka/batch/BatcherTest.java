package io.judgeflow.kafka.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class BatcherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Integer> sizes = new CopyOnWriteArrayList<>();

    @Test
    void givesEachItemItsOwnResult() {
        var batcher = new Batcher<Integer, String>(10, Duration.ofMillis(20), this::texts);
        var results = Flux.range(0, 25).flatMapSequential(batcher::add, 25).collectList();
        assertThat(results.block(PATIENCE)).hasSize(25).startsWith("0", "1").endsWith("24");
        assertThat(sizes).allMatch(size -> size <= 10).contains(10);
    }

    @Test
    void doesNotKeepASingleItemWaiting() {
        var batcher = new Batcher<Integer, String>(1000, Duration.ofMillis(5), this::texts);
        assertThat(batcher.add(7).block(PATIENCE)).isEqualTo("7");
    }

    @Test
    void failsTheItemsOfAFailedBatchAndGoesOn() {
        var batcher = new Batcher<Integer, String>(
                1,
                Duration.ofMillis(5),
                items -> items.contains(13) ? Mono.error(new IllegalStateException("13")) : texts(items));
        assertThat(batcher.add(13).map(text -> false).onErrorReturn(true).block(PATIENCE))
                .isTrue();
        assertThat(batcher.add(14).block(PATIENCE)).isEqualTo("14");
    }

    private Mono<List<String>> texts(List<Integer> items) {
        sizes.add(items.size());
        return Mono.just(items.stream().map(String::valueOf).toList());
    }
}
