package catallaxy.agents.training;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.SharedEnvironment;
import catallaxy.agents.learning.VectorEnvironment;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** One learner of a problem. Evaluations have worlds of their own, whose seed is derived from the training's and is always the same. */
public final class ProblemCourse implements Course {
    private final Learner learner;
    private final IntFunction<VectorEnvironment> problem;
    private final long seed;
    private final ProblemWorlds worlds;

    /**
     * A course at its beginning.
     *
     * @param learner new; closed with the course
     * @param problem makes so many worlds
     * @param count   of the worlds to train in
     * @param seed    of the training
     */
    public ProblemCourse(Learner learner, IntFunction<VectorEnvironment> problem, int count, long seed) {
        this.learner = learner;
        this.problem = problem;
        this.seed = seed;
        worlds = new ProblemWorlds(problem.apply(count), seed);
    }

    @Override
    public SharedEnvironment worlds() {
        return worlds;
    }

    @Override
    public List<Learner> learners() {
        return List.of(learner);
    }

    @Override
    public Map<String, Double> evaluate(int episodes) {
        VectorEnvironment heldOut = problem.apply(Evaluation.worldsFor(episodes));
        return Evaluation.of(heldOut, learner.policy(), episodes, Trainer.derivedSeed(seed, "evaluation"))
                .figures();
    }

    @Override
    public void close() {
        learner.close();
    }
}
