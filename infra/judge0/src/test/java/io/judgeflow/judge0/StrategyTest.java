package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyTest {

    private static final List<String> ABC = List.of("a", "b", "c");

    @Test
    void orderedKeepsTheConfiguredOrder() {
        assertThat(order(Strategy.ORDERED, 0)).isEqualTo(ABC);
        assertThat(order(Strategy.ORDERED, 1)).isEqualTo(ABC);
    }

    @Test
    void roundRobinBeginsWithTheNextEachTime() {
        assertThat(order(Strategy.ROUND_ROBIN, 0)).containsExactly("a", "b", "c");
        assertThat(order(Strategy.ROUND_ROBIN, 1)).containsExactly("b", "c", "a");
        assertThat(order(Strategy.ROUND_ROBIN, 2)).containsExactly("c", "a", "b");
        assertThat(order(Strategy.ROUND_ROBIN, 3)).containsExactly("a", "b", "c");
    }

    @Test
    void roundRobinOutlivesTheOverflowOfItsCounter() {
        assertThat(order(Strategy.ROUND_ROBIN, Integer.MAX_VALUE + 1)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void leastBusyBeginsWithTheFewestAndKeepsTheOrderAmongEquals() {
        var load = Map.of("a", 2, "b", 1, "c", 1);

        assertThat(Strategy.LEAST_BUSY.order(ABC, 0, name -> load.getOrDefault(name, 0)))
                .containsExactly("b", "c", "a");
    }

    private static List<String> order(Strategy strategy, int turn) {
        return strategy.order(ABC, turn, name -> 0);
    }
}
