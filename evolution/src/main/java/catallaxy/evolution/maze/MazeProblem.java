package catallaxy.evolution.maze;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import java.util.List;
import java.util.Optional;

/**
 * A robot that is to find its way through a maze in which the direct way to the goal is a trap: Lehman and Stanley 2011,
 * "Abandoning objectives", https://doi.org/10.1162/EVCO_a_00025. What is evolved controls the robot; it is judged by its distance to
 * the goal at the end, and solves the maze within 5 units.
 *
 * <p>Deviations: the maps are our own; the robot's turning and speed change by at most a sixth of their greatest a step and are
 * wanted as numbers from −1 to 1; a trial ends when the goal is reached.
 *
 * @param map   which maze
 * @param steps of a trial
 */
public record MazeProblem(
        @Key(initial = "medium", meaning = "Which maze: in a hard one the way leads away from the goal first.")
        Map map,

        @Key(
                initial = "400",
                range = "1 to 100000",
                meaning = "Steps of a trial; the robot drives at most 3 units in one.")
        int steps)
        implements EvolvableProblem {
    /** Which maze. */
    public enum Map {
        /** Winds past blind alleys. */
        MEDIUM,
        /** Leads far away from the goal first. */
        HARD
    }

    /** Checks the steps. */
    public MazeProblem {
        Checks.present("map", "a maze", map);
        Checks.inRange("steps", steps, 1, 100_000);
    }

    @Override
    public String problem() {
        return MazeKind.NAME;
    }

    @Override
    public Optional<ControllerTask> controllers() {
        return Optional.of(new MazeTask(map == Map.MEDIUM ? Maze.medium() : Maze.hard(), steps));
    }

    /** 1 for a robot that reaches the goal, 0 for others. */
    @Override
    public Optional<EvolutionReferee> referee() {
        return Optional.of(new EvolutionReferee(
                "1 where the goal is reached",
                1,
                List.of(),
                found -> found.costs().length > 0 && found.costs()[0][0] <= MazeTask.REACHED ? 1 : 0));
    }
}
