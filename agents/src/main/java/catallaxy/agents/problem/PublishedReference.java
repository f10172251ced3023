package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import java.util.OptionalDouble;

/** A referee for problems without a computable optimum: a published score, and the mean return of evaluation episodes. */
record PublishedReference(String name, double optimum) implements Referee {
    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        return meanReturn;
    }

    @Override
    public OptionalDouble perReturn() {
        return OptionalDouble.of(1);
    }
}
