package catallaxy.evolution.maze;

/**
 * Straight walls, where the robot starts, and where it should go. Immutable; lengths are in units of the map.
 *
 * <p>Both maps are drawings of this project's own, with the character of those of Lehman and Stanley 2011: in the medium one the way
 * to the goal winds past blind alleys, in the hard one it first leads far away from it.
 */
final class Maze {
    /** {@code [W, 4]}, flat: x and y of one end of each wall, then of the other. */
    private final double[] walls;

    private final double width;
    private final double height;
    private final double startX;
    private final double startY;
    private final double startHeading;
    private final double goalX;
    private final double goalY;

    /**
     * A maze within four walls.
     *
     * @param start x, y and heading in radians
     * @param goal  x and y
     * @param inner {@code [W, 4]}, flat: further walls
     */
    Maze(double width, double height, double[] start, double[] goal, double... inner) {
        this.width = width;
        this.height = height;
        startX = start[0];
        startY = start[1];
        startHeading = start[2];
        goalX = goal[0];
        goalY = goal[1];
        double[] outer = {0, 0, width, 0, width, 0, width, height, width, height, 0, height, 0, height, 0, 0};
        walls = new double[outer.length + inner.length];
        System.arraycopy(outer, 0, walls, 0, outer.length);
        System.arraycopy(inner, 0, walls, outer.length, inner.length);
    }

    // Walls are one a line.
    // spotless:off
    static Maze medium() {
        return new Maze(
                300,
                150,
                new double[] {25, 125, 0},
                new double[] {270, 30},
                70,
                150,
                70,
                60,
                70,
                60,
                40,
                75,
                130,
                0,
                130,
                90,
                130,
                90,
                100,
                75,
                200,
                150,
                200,
                60,
                235,
                0,
                235,
                60,
                235,
                60,
                265,
                75);
    }

    static Maze hard() {
        return new Maze(
                200,
                200,
                new double[] {30, 25, 0},
                new double[] {25, 130},
                0,
                115,
                60,
                95,
                60,
                95,
                60,
                170,
                60,
                95,
                140,
                80,
                140,
                80,
                140,
                38,
                90,
                45,
                95,
                0,
                200,
                115,
                105,
                135,
                60,
                170,
                85,
                160,
                130,
                200,
                125,
                165);
    }
    // spotless:on

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    double startX() {
        return startX;
    }

    double startY() {
        return startY;
    }

    /** In radians; 0 points along x. */
    double startHeading() {
        return startHeading;
    }

    double goalX() {
        return goalX;
    }

    double goalY() {
        return goalY;
    }

    double fromGoal(double x, double y) {
        return Math.sqrt((x - goalX) * (x - goalX) + (y - goalY) * (y - goalY));
    }

    /** How far a ray of direction (dx, dy), of length 1, goes before it meets a wall; no more than {@code most}. */
    double range(double x, double y, double dx, double dy, double most) {
        double nearest = most;
        for (int i = 0; i < walls.length; i += 4) {
            double alongX = walls[i + 2] - walls[i];
            double alongY = walls[i + 3] - walls[i + 1];
            double toX = walls[i] - x;
            double toY = walls[i + 1] - y;
            double cross = dx * alongY - dy * alongX;
            double far = toX * alongY - toY * alongX;
            double share = toX * dy - toY * dx;
            double size = Math.abs(cross);
            double sign = Math.signum(cross);
            if (far * sign >= 0 && share * sign >= 0 && share * sign <= size && far * sign < nearest * size) {
                nearest = far / cross;
            }
        }
        return nearest;
    }

    /** Whether no wall is nearer than {@code radius}. */
    boolean free(double x, double y, double radius) {
        for (int i = 0; i < walls.length; i += 4) {
            if (squaredDistance(i, x, y) < radius * radius) {
                return false;
            }
        }
        return true;
    }

    private double squaredDistance(int i, double x, double y) {
        double alongX = walls[i + 2] - walls[i];
        double alongY = walls[i + 3] - walls[i + 1];
        double toX = x - walls[i];
        double toY = y - walls[i + 1];
        double share = (toX * alongX + toY * alongY) / (alongX * alongX + alongY * alongY);
        double nearest = Math.clamp(share, 0.0, 1.0);
        double offX = toX - nearest * alongX;
        double offY = toY - nearest * alongY;
        return offX * offX + offY * offY;
    }
}
