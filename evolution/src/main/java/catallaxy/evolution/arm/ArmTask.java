package catallaxy.evolution.arm;

import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.fitness.VectorTask;
import java.util.List;

/** Angles of an arm's joints, each against the part before: judged by their variance, described by where the arm ends. */
record ArmTask(int joints) implements VectorTask {
    private static final Objectives VARIANCE = Objectives.of(Objective.minimised("variance"));
    private static final List<Descriptor> END = List.of(new Descriptor("x", -1, 1), new Descriptor("y", -1, 1));

    @Override
    public VectorBox box() {
        return VectorBox.cube(joints, -Math.PI, Math.PI);
    }

    @Override
    public Objectives objectives() {
        return VARIANCE;
    }

    @Override
    public List<Descriptor> descriptors() {
        return END;
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
    public FitnessSample sample(double[] angles, long seed) {
        double x = 0;
        double y = 0;
        double heading = 0;
        double mean = 0;
        for (double angle : angles) {
            heading += angle;
            x += StrictMath.cos(heading);
            y += StrictMath.sin(heading);
            mean += angle / joints;
        }
        double variance = 0;
        for (double angle : angles) {
            variance += (angle - mean) * (angle - mean) / joints;
        }
        return FitnessSample.of(new double[] {variance}, new double[] {x / joints, y / joints});
    }
}
