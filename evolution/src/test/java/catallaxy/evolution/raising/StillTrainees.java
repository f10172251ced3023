package catallaxy.evolution.raising;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.Trainee;
import catallaxy.evolution.search.TraineeTask;
import catallaxy.evolution.space.Parameter.Real;
import catallaxy.evolution.space.Parameter.Scale;
import catallaxy.evolution.space.ParameterSpace;
import java.util.Arrays;
import java.util.Optional;

/** Trainees that learn nothing: each stretch tries their settings, three numbers between −1 and 1, at a task of vectors. */
public record StillTrainees(VectorTask task) implements TraineeTask {
    private static final ParameterSpace SPACE = ParameterSpace.of(
            new Real("x", -1, 1, Scale.LINEAR), new Real("y", -1, 1, Scale.LINEAR), new Real("z", -1, 1, Scale.LINEAR));

    /** The problem of the task's vectors, posed for trainees. */
    public static EvolvableProblem of(EvolvableProblem problem) {
        TraineeTask task = new StillTrainees(problem.vectors().orElseThrow());
        return new EvolvableProblem() {
            @Override
            public String problem() {
                return "still";
            }

            @Override
            public Optional<TraineeTask> trainees() {
                return Optional.of(task);
            }
        };
    }

    /** All of a member. */
    public static String text(Member member) {
        return member.place()
                + Arrays.toString(member.point())
                + Arrays.toString(member.state())
                + member.line().size();
    }

    @Override
    public Objectives objectives() {
        return task.objectives();
    }

    @Override
    public ParameterSpace space() {
        return SPACE;
    }

    @Override
    public Trainee begin(double[] point, long seed) {
        return new Trainee() {
            private long stretches;

            @Override
            public FitnessSample train(double[] now, long luck) {
                stretches++;
                double[] vector = new double[now.length];
                Arrays.setAll(vector, i -> SPACE.parameters().get(i).number(now[i]));
                return task.sample(vector, luck);
            }

            @Override
            public void save(StateWriter out) {
                out.int64(stretches);
            }

            @Override
            public void load(StateReader in) {
                stretches = in.int64();
            }

            @Override
            public void close() {}
        };
    }
}
