package catallaxy.agents.game;

import catallaxy.agents.learning.Game;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.mcts.game.Pig;
import java.util.List;

/**
 * Pig: observed are the mover's score, the other's, the turn's total, all as shares of the goal, and which player the mover is.
 *
 * @param goal the score that wins
 */
public record PigGame(int goal) implements Game<Pig> {
    private static final int OWN = 0;
    private static final int OTHER = 1;
    private static final int TOTAL = 2;
    private static final int MOVER = 3;

    @Override
    public Pig first() {
        return new Pig(goal);
    }

    @Override
    public ObservationSpec observationSpec() {
        double most = 1 + 6.0 / goal;
        return new ObservationSpec(List.of(
                new Feature("own_score", "goals", 0, most),
                new Feature("other_score", "goals", 0, most),
                new Feature("turn_total", "goals", 0, most),
                new Feature("second_player", "1", 0, 1)));
    }

    @Override
    public ActionSpec actionSpec() {
        return new ActionSpec(List.of(new ActionComponent.Discrete("turn", List.of("hold", "roll"), 0)));
    }

    @Override
    public void observe(Pig position, float[] rows, int offset) {
        int mover = position.mover();
        rows[offset + OWN] = (float) position.banked(mover) / goal;
        rows[offset + OTHER] = (float) position.banked(1 - mover) / goal;
        rows[offset + TOTAL] = (float) position.turnTotal() / goal;
        rows[offset + MOVER] = mover;
    }

    @Override
    public Pig position(float[] rows, int offset) {
        return Pig.of(
                goal,
                Math.round(rows[offset + OWN] * goal),
                Math.round(rows[offset + OTHER] * goal),
                Math.round(rows[offset + TOTAL] * goal),
                Math.round(rows[offset + MOVER]));
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public double most() {
        return 1;
    }
}
