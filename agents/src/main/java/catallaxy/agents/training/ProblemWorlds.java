package catallaxy.agents.training;

import catallaxy.agents.learning.SharedEnvironment;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The worlds of a problem: one seat, due at every step. Owned by one thread. */
final class ProblemWorlds implements SharedEnvironment {
    private final VectorEnvironment environment;
    private final long seed;
    private final OnlySeat seat;
    private final EpisodeTracker episodes;

    /** @param seed of the training */
    ProblemWorlds(VectorEnvironment environment, long seed) {
        this.environment = environment;
        this.seed = seed;
        int numbers = environment.worlds() * environment.actionSpec().size();
        seat = new OnlySeat(
                environment.observationSpec(),
                environment.actionSpec(),
                VectorStep.of(environment),
                new float[numbers]);
        episodes = new EpisodeTracker(environment.worlds());
    }

    /** The one who learns. */
    @SuppressWarnings("ArrayRecordComponent")
    record OnlySeat(ObservationSpec observationSpec, ActionSpec actionSpec, VectorStep step, float[] actions)
            implements LearnerSeat {
        @Override
        public String agent() {
            return "";
        }

        @Override
        public boolean due() {
            return true;
        }
    }

    @Override
    public List<OnlySeat> seats() {
        return List.of(seat);
    }

    @Override
    public void begin() {
        environment.reset(Trainer.derivedSeed(seed, "training"), seat.step());
        environment.spread(seat.step());
    }

    @Override
    public void advance() {
        environment.step(seat.actions(), seat.step());
        episodes.observe(seat.step());
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public long episodes() {
        return episodes.episodes();
    }

    @Override
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (episodes.episodes() > 0) {
            figures.put("rollout/ep_rew_mean", episodes.meanReturn());
            figures.put("rollout/ep_len_mean", episodes.meanLength());
        }
        figures.put("rollout/episodes", (double) episodes.episodes());
        return figures;
    }

    @Override
    public OptionalDouble recentReturn() {
        return episodes.isFull() ? OptionalDouble.of(episodes.meanReturn()) : OptionalDouble.empty();
    }

    @Override
    public void save(StateWriter out) {
        environment.save(out);
        seat.step().save(out);
        episodes.save(out);
    }

    /** Checkpoints may also hold here what follows from their manifests: when things are due next, and how far training had come. */
    @Override
    public void load(StateReader in) {
        environment.load(in);
        seat.step().load(in);
        episodes.load(in);
        if (!in.atEnd()) {
            in.int64();
            in.int64();
            in.int64();
            TrainingProgress.load(in);
        }
    }
}
