package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What agents tell of themselves when a run is over. */
final class ToldFiguresTest {
    /** Tells which of those who were made it is. */
    private record Numbered(int number) implements Agent {
        @Override
        public Action decide(Observation observation) {
            return Action.HOLD;
        }

        @Override
        public SequencedMap<String, Double> figures() {
            TreeMap<String, Double> figures = new TreeMap<>();
            figures.put("number", (double) number);
            return figures;
        }
    }

    @Test
    void whoSatThereLastTells() {
        AtomicInteger made = new AtomicInteger();
        ToldFigures told = new ToldFigures();
        AgentPlan plan = told.watching(List.of(new AgentPlan("a", () -> new Numbered(made.incrementAndGet()))))
                .getFirst();
        assertThat(told.of("a")).as("nobody was made").isEmpty();
        assertThat(plan.fresh().get()).isNotNull();
        assertThat(told.of("a")).containsEntry("number", 1.0);
        assertThat(plan.fresh().get()).isNotNull();
        assertThat(told.of("a")).as("made anew after a fault").containsEntry("number", 2.0);
        assertThat(told.of("b")).isEmpty();
    }

    @Test
    void mostTellNothing() {
        ToldFigures told = new ToldFigures();
        assertThat(told.watching(List.of(new AgentPlan("a", () -> _ -> Action.HOLD)))
                        .getFirst()
                        .fresh()
                        .get())
                .isNotNull();
        assertThat(told.of("a")).isEmpty();
    }
}
