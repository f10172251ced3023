package catallaxy.evolution.maze;

import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import java.util.List;

/** Steering through a maze: judged by how far from the goal the robot is at the end, described by where. Every trial is the same. */
record MazeTask(Maze maze, int steps) implements ControllerTask {
    /** So near, the goal is reached, and the trial ends. */
    static final double REACHED = 5;

    private static final Objectives DISTANCE = Objectives.of(Objective.minimised("distance"));

    @Override
    public Objectives objectives() {
        return DISTANCE;
    }

    @Override
    public List<Descriptor> descriptors() {
        return List.of(new Descriptor("x", 0, maze.width()), new Descriptor("y", 0, maze.height()));
    }

    @Override
    public boolean noisy() {
        return false;
    }

    @Override
    public int inputs() {
        return MazeRobot.INPUTS;
    }

    @Override
    public int outputs() {
        return MazeRobot.OUTPUTS;
    }

    @Override
    public FitnessSample sample(Controller controller, long seed) {
        MazeRobot robot = new MazeRobot(maze);
        double[] observation = new double[MazeRobot.INPUTS];
        double[] output = new double[MazeRobot.OUTPUTS];
        controller.reset();
        for (int step = 0; step < steps && robot.fromGoal() > REACHED; step++) {
            robot.sense(observation);
            controller.act(observation, output);
            if (!Double.isFinite(output[0]) || !Double.isFinite(output[1])) {
                return FitnessSample.invalid();
            }
            robot.move(output);
        }
        return FitnessSample.of(new double[] {robot.fromGoal()}, new double[] {robot.x(), robot.y()});
    }
}
