package catallaxy.evolution.maze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

class MazeRobotTest {
    private static double[] sensed(MazeRobot robot) {
        double[] observation = new double[MazeRobot.INPUTS];
        robot.sense(observation);
        return observation;
    }

    private static void drive(MazeRobot robot, int steps, double turn, double push) {
        for (int i = 0; i < steps; i++) {
            robot.move(new double[] {turn, push});
        }
    }

    @Test
    void seesWallsAroundItAndWhereTheGoalIs() {
        Maze maze = Maze.hard();
        double[] seen = sensed(new MazeRobot(maze));
        assertThat(seen[0]).as("right: the lower wall").isCloseTo(0.25, within(1e-12));
        assertThat(seen[1]).as("half right").isCloseTo(0.25 * Math.sqrt(2), within(1e-12));
        assertThat(seen[5]).as("behind: the left wall").isCloseTo(0.30, within(1e-12));
        assertThat(seen[4]).isEqualTo(maze.range(30, 25, 0, 1, 100) / 100);
        assertThat(new double[] {seen[6], seen[7], seen[8], seen[9]})
                .as("the goal is to the left")
                .containsExactly(0, 1, 0, 0);
    }

    @Test
    void theRadarTurnsWithTheRobot() {
        MazeRobot robot = new MazeRobot(Maze.hard());
        drive(robot, 33, 1, 0);
        assertThat(sensed(robot)[6])
                .as("after a quarter turn the goal is ahead")
                .isEqualTo(1);
        drive(robot, 30, 0, 0);
        assertThat(sensed(robot)[9]).as("then right").isEqualTo(1);
        drive(robot, 30, 0, 0);
        assertThat(sensed(robot)[8]).as("then behind").isEqualTo(1);
    }

    @Test
    void gathersSpeedUpToItsGreatest() {
        MazeRobot robot = new MazeRobot(Maze.hard());
        drive(robot, 1, 0, 1);
        assertThat(robot.x()).isCloseTo(30.5, within(1e-12));
        drive(robot, 5, 0, 1e9);
        assertThat(robot.x()).isCloseTo(30 + 0.5 * (1 + 2 + 3 + 4 + 5 + 6), within(1e-12));
        drive(robot, 2, 0, 1);
        assertThat(robot.x()).isCloseTo(30 + 10.5 + 6, within(1e-12));
        drive(robot, 12, 0, -1);
        double x = robot.x();
        drive(robot, 1, 0, -1);
        assertThat(x - robot.x()).as("backwards").isCloseTo(3, within(1e-12));
    }

    @Test
    void noWallIsEverNearerThanItsRadius() {
        for (Maze maze : new Maze[] {Maze.medium(), Maze.hard()}) {
            for (long seed = 1; seed <= 5; seed++) {
                RandomStream random = RandomStream.of(seed, "test");
                MazeRobot robot = new MazeRobot(maze);
                double[] output = new double[2];
                for (int i = 0; i < 2000; i++) {
                    output[0] = random.nextGaussian();
                    output[1] = 0.3 + random.nextGaussian();
                    double x = robot.x();
                    double y = robot.y();
                    robot.move(output);
                    assertThat(maze.free(robot.x(), robot.y(), MazeRobot.RADIUS))
                            .isTrue();
                    assertThat(Math.hypot(robot.x() - x, robot.y() - y)).isLessThan(3 + 1e-12);
                }
            }
        }
    }
}
