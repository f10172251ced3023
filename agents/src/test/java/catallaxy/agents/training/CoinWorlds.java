package catallaxy.agents.training;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/** Guess a coin that is heads (1) with probability 0.7: one for a right guess; an episode ends with probability 0.1 a step. */
final class CoinWorlds implements VectorEnvironment {
    private final RandomStream[] streams;
    private final float[] lastCoin;

    CoinWorlds(int worlds) {
        streams = new RandomStream[worlds];
        lastCoin = new float[worlds];
    }

    @Override
    public ObservationSpec observationSpec() {
        return new ObservationSpec(List.of(new Feature("last coin", "1 for heads", 0, 1)));
    }

    @Override
    public ActionSpec actionSpec() {
        return new ActionSpec(List.of(new ActionComponent.Discrete("guess", List.of("tails", "heads"), 0)));
    }

    @Override
    public int worlds() {
        return streams.length;
    }

    @Override
    public void reset(long seed, VectorStep out) {
        for (int i = 0; i < streams.length; i++) {
            streams[i] = RandomStream.of(seed, "coin/" + i);
            lastCoin[i] = 0;
            out.observations()[i] = 0;
        }
    }

    @Override
    public void step(float[] actions, VectorStep out) {
        for (int i = 0; i < streams.length; i++) {
            int coin = streams[i].nextBoolean(0.7) ? 1 : 0;
            out.rewards()[i] = (int) actions[i] == coin ? 1 : 0;
            out.terminated()[i] = streams[i].nextBoolean(0.1);
            lastCoin[i] = coin;
            out.next()[i] = coin;
            out.observations()[i] = coin;
        }
    }

    @Override
    public void save(StateWriter out) {
        for (int i = 0; i < streams.length; i++) {
            streams[i].save(out);
            out.float64(lastCoin[i]);
        }
    }

    @Override
    public void load(StateReader in) {
        for (int i = 0; i < streams.length; i++) {
            streams[i] = RandomStream.load(in);
            lastCoin[i] = (float) in.float64();
        }
    }
}
