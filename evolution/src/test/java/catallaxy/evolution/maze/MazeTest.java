package catallaxy.evolution.maze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class MazeTest {
    private static final List<Maze> ALL = List.of(Maze.medium(), Maze.hard());

    @Test
    void rangesAreWhatSmallStepsFind() {
        for (Maze maze : ALL) {
            RandomStream random = RandomStream.of(3, "test");
            for (int i = 0; i < 200; i++) {
                double x = 1 + random.nextDouble() * (maze.width() - 2);
                double y = 1 + random.nextDouble() * (maze.height() - 2);
                double angle = random.nextDouble() * 7;
                double dx = Math.cos(angle);
                double dy = Math.sin(angle);
                double range = maze.range(x, y, dx, dy, 100);
                assertThat(maze.free(x + range * dx, y + range * dy, 1e-6)).isEqualTo(range == 100);
                for (double far = 0; far < range - 0.5; far += 0.25) {
                    assertThat(maze.free(x + far * dx, y + far * dy, 1e-6)).isTrue();
                }
            }
        }
    }

    @Test
    void theOuterWallsAreWhereTheySeem() {
        Maze maze = Maze.hard();
        assertThat(maze.range(100, 20, 0, -1, 100)).isCloseTo(20, within(1e-12));
        assertThat(maze.range(180, 20, 1, 0, 100)).isCloseTo(20, within(1e-12));
        assertThat(maze.range(180, 20, 1, 0, 15)).isEqualTo(15);
        assertThat(maze.free(180, 20, 19.9)).isTrue();
        assertThat(maze.free(180, 20, 20.1)).isFalse();
    }

    /** Steps of a lattice of two units in which the robot's middle may go from the start to the goal; −1 where there is no way. */
    private static int way(Maze maze, double radius) {
        int width = (int) maze.width() / 2;
        int height = (int) maze.height() / 2;
        int[] steps = new int[width * height];
        Arrays.fill(steps, -1);
        Deque<Integer> next = new ArrayDeque<>();
        int start = (int) maze.startX() / 2 * height + (int) maze.startY() / 2;
        steps[start] = 0;
        next.add(start);
        while (!next.isEmpty()) {
            int at = next.poll();
            for (int neighbour : new int[] {at - height, at + height, at - 1, at + 1}) {
                int column = neighbour / height;
                int row = neighbour % height;
                if (neighbour >= 0
                        && neighbour < steps.length
                        && steps[neighbour] < 0
                        && maze.free(2 * column, 2 * row, radius)) {
                    steps[neighbour] = steps[at] + 1;
                    next.add(neighbour);
                }
            }
        }
        return steps[(int) maze.goalX() / 2 * height + (int) maze.goalY() / 2];
    }

    @Test
    void thereIsAWayForTheRobotAndItIsLong() {
        for (Maze maze : ALL) {
            double direct = maze.fromGoal(maze.startX(), maze.startY());
            int way = 2 * way(maze, MazeRobot.RADIUS);
            assertThat(way).isBetween((int) (1.5 * direct), 900);
            assertThat(way(maze, 40))
                    .as("no way for a robot that is far too large")
                    .isEqualTo(-1);
        }
        assertThat(2 * way(Maze.hard(), MazeRobot.RADIUS)).isGreaterThan(300);
    }

    @Test
    void theDirectWayIsATrap() {
        for (Maze maze : ALL) {
            double toX = maze.goalX() - maze.startX();
            double toY = maze.goalY() - maze.startY();
            double direct = maze.fromGoal(maze.startX(), maze.startY());
            double range = maze.range(maze.startX(), maze.startY(), toX / direct, toY / direct, direct);
            assertThat(range).isLessThan(0.8 * direct);
        }
    }
}
