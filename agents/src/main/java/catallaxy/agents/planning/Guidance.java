package catallaxy.agents.planning;

import catallaxy.environment.base.check.Checks;
import java.util.Optional;

/**
 * How networks guide a search: their advantages are its priors, the best moves by them alone are considered, and, if wanted, what they expect up to
 * the horizon stands for a future that is played out.
 *
 * @param judge      the networks; empty for the expert's weights and all moves
 * @param considered moves that are tried at a decision
 * @param leaves     whether they value the ends of the tree
 */
public record Guidance(Optional<MoveJudge> judge, int considered, boolean leaves) {
    /** By the expert alone. */
    public static final Guidance NONE = new Guidance(Optional.empty(), 1, false);

    public Guidance {
        Checks.inRange("considered", considered, 1, 1_000);
    }

    /** Of so many moves, how many are tried. */
    int considered(int moves) {
        return judge.isPresent() ? Math.min(considered, moves) : moves;
    }

    Guidance copy() {
        return new Guidance(judge.map(MoveJudge::copy), considered, leaves);
    }
}
