package catallaxy.evolution.front;

import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.fitness.VectorTask;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A function of several costs as what vectors are tried at. */
record FrontTask(FrontFunction function, VectorBox box, Objectives objectives) implements VectorTask {
    FrontTask(FrontFunction function, int dimensions) {
        this(function, box(function.reach(), dimensions), objectives(function.objectives()));
    }

    private static VectorBox box(double reach, int dimensions) {
        double[] low = new double[dimensions];
        double[] high = new double[dimensions];
        Arrays.fill(low, -reach);
        Arrays.fill(high, reach > 0 ? reach : 1);
        low[0] = 0;
        high[0] = 1;
        return VectorBox.between(low, high);
    }

    private static Objectives objectives(int count) {
        return new Objectives(IntStream.rangeClosed(1, count)
                .mapToObj(m -> Objective.minimised("f" + m))
                .toList());
    }

    @Override
    public boolean noisy() {
        return false;
    }

    @Override
    public boolean light() {
        return true;
    }

    @Override
    public FitnessSample sample(double[] candidate, long seed) {
        return FitnessSample.of(function.costs(candidate));
    }
}
