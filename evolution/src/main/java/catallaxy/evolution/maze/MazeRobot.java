package catallaxy.evolution.maze;

/**
 * A round robot in a maze, as in Lehman and Stanley 2011: six range-finders, four slices of a radar that tell in which quarter the
 * goal lies, and two effectors that change how fast it turns and drives. A step that would bring it nearer to a wall than its radius
 * is not made; it turns all the same.
 *
 * <p>Owned by one thread. The same on every machine.
 */
final class MazeRobot {
    /** Numbers of an observation: ranges to the right, half right, ahead, half left, left and behind, then the radar. */
    static final int INPUTS = 10;
    /** Numbers of an output: change of turning and of speed, each from −1 to 1; what lies outside counts as the end. */
    static final int OUTPUTS = 2;

    static final double RADIUS = 8;
    static final double RANGE = 100;
    private static final int RADAR = 6;
    private static final double MOST_TURN = Math.toRadians(3);
    private static final double MOST_SPEED = 3;
    private static final double TURN_CHANGE = MOST_TURN / 6;
    private static final double SPEED_CHANGE = MOST_SPEED / 6;
    private static final double HALF = Math.sqrt(0.5);
    /** Cosine and sine of each range-finder's angle against the heading. */
    private static final double[] RAYS = {0, -1, HALF, -HALF, 1, 0, HALF, HALF, 0, 1, -1, 0};

    private final Maze maze;
    private double x;
    private double y;
    private double heading;
    private double headingX;
    private double headingY;
    private double turn;
    private double speed;

    MazeRobot(Maze maze) {
        this.maze = maze;
        x = maze.startX();
        y = maze.startY();
        face(maze.startHeading());
    }

    private void face(double direction) {
        heading = direction;
        headingX = StrictMath.cos(direction);
        headingY = StrictMath.sin(direction);
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double fromGoal() {
        return maze.fromGoal(x, y);
    }

    /** What it senses: ranges as shares of the greatest, and 1 for the quarter in which the goal lies, 0 for the others. */
    void sense(double[] observation) {
        for (int i = 0; i < RADAR; i++) {
            double cos = RAYS[2 * i];
            double sin = RAYS[2 * i + 1];
            double dx = headingX * cos - headingY * sin;
            double dy = headingY * cos + headingX * sin;
            observation[i] = maze.range(x, y, dx, dy, RANGE) / RANGE;
        }
        int quarter = quarter();
        for (int i = 0; i < INPUTS - RADAR; i++) {
            observation[RADAR + i] = i == quarter ? 1 : 0;
        }
    }

    /** Where the goal lies: 0 ahead, 1 left, 2 behind, 3 right. */
    private int quarter() {
        double toX = maze.goalX() - x;
        double toY = maze.goalY() - y;
        double ahead = toX * headingX + toY * headingY;
        double left = toY * headingX - toX * headingY;
        if (Math.abs(left) <= Math.abs(ahead)) {
            return ahead >= 0 ? 0 : 2;
        }
        return left > 0 ? 1 : 3;
    }

    /** One step. */
    void move(double[] output) {
        turn = Math.clamp(turn + TURN_CHANGE * Math.clamp(output[0], -1, 1), -MOST_TURN, MOST_TURN);
        speed = Math.clamp(speed + SPEED_CHANGE * Math.clamp(output[1], -1, 1), -MOST_SPEED, MOST_SPEED);
        face(heading + turn);
        double nextX = x + speed * headingX;
        double nextY = y + speed * headingY;
        if (maze.free(nextX, nextY, RADIUS)) {
            x = nextX;
            y = nextY;
        }
    }
}
