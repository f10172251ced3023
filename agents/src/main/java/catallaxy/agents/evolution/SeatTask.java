package catallaxy.agents.evolution;

import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.market.SeatRun;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatFigures;
import catallaxy.agents.seat.SeatMeasure;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.FitnessTask;
import catallaxy.evolution.fitness.Objectives;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * To sit in a seat of a market: one trial is one whole run, with everybody else's own policies in the other seats. An agent that loses
 * all that it had, or fails, is invalid.
 *
 * @param agent       whose seat
 * @param measures    by which it is judged
 * @param behaviour   what tells behaviours apart, with the range in which it is told apart
 */
public record SeatTask(
        FaultRule rule, String agent, List<SeatMeasure> measures, SequencedMap<SeatMeasure, Descriptor> behaviour)
        implements FitnessTask<MarketAgents> {
    @Override
    public Objectives objectives() {
        return new Objectives(measures.stream().map(SeatMeasure::objective).toList());
    }

    @Override
    public List<Descriptor> descriptors() {
        return List.copyOf(behaviour.values());
    }

    @Override
    public boolean noisy() {
        return true;
    }

    @Override
    public FitnessSample sample(MarketAgents agents, long seed) {
        Optional<SeatFigures> figures = SeatRun.of(agents, rule, agent, seed);
        return figures.map(this::sample).orElseGet(FitnessSample::invalid);
    }

    private FitnessSample sample(SeatFigures figures) {
        return FitnessSample.of(
                measures.stream().mapToDouble(measure -> measure.of(figures)).toArray(),
                behaviour.keySet().stream()
                        .mapToDouble(measure -> measure.of(figures))
                        .toArray());
    }
}
