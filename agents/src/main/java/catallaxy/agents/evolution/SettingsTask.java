package catallaxy.agents.evolution;

import catallaxy.agents.policy.MarketAgents;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.fitness.VectorTask;
import java.util.List;

/** Settings of a market's scenario, tried by what a seat does under them. */
record SettingsTask(SeatTask task, MarketVariants variants) implements VectorTask {
    @Override
    public VectorBox box() {
        return variants.space().box();
    }

    @Override
    public Objectives objectives() {
        return task.objectives();
    }

    @Override
    public List<Descriptor> descriptors() {
        return task.descriptors();
    }

    @Override
    public boolean noisy() {
        return task.noisy();
    }

    @Override
    public FitnessSample sample(double[] point, long seed) {
        MarketAgents market;
        try {
            market = variants.with(variants.space().settings(point));
        } catch (IllegalArgumentException none) {
            return FitnessSample.invalid();
        }
        return task.sample(market, seed);
    }
}
