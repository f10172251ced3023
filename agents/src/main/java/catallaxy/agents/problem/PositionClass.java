package catallaxy.agents.problem;

import catallaxy.mcts.game.SolvedPosition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A class of solved positions of Connect Four, by how far the game is and how far its end under best play: the begin has 10 to 14 stones, the
 * middle at most 28, the end more; easy ends within 14 plies, medium within 28, hard later (Pascal Pons, https://blog.gamesolver.org, part 2).
 */
enum PositionClass {
    /** More than 28 stones, at most 14 plies left. */
    END_EASY(29, 42, 0, 14),
    /** 15 to 28 stones, at most 14 plies left. */
    MIDDLE_EASY(15, 28, 0, 14),
    /** 15 to 28 stones, 15 to 28 plies left. */
    MIDDLE_MEDIUM(15, 28, 15, 28),
    /** 10 to 14 stones, at most 14 plies left. */
    BEGIN_EASY(10, 14, 0, 14),
    /** 10 to 14 stones, 15 to 28 plies left. */
    BEGIN_MEDIUM(10, 14, 15, 28),
    /** 10 to 14 stones, more than 28 plies left. */
    BEGIN_HARD(10, 14, 29, 42);

    private final int leastStones;
    private final int mostStones;
    private final int leastPlies;
    private final int mostPlies;

    PositionClass(int leastStones, int mostStones, int leastPlies, int mostPlies) {
        this.leastStones = leastStones;
        this.mostStones = mostStones;
        this.leastPlies = leastPlies;
        this.mostPlies = mostPlies;
    }

    /** The class of a position. */
    static Optional<PositionClass> of(SolvedPosition position) {
        int stones = position.moves().length();
        int plies = position.pliesLeft();
        return Arrays.stream(values())
                .filter(each -> stones >= each.leastStones && stones <= each.mostStones)
                .filter(each -> plies >= each.leastPlies && plies <= each.mostPlies)
                .findFirst();
    }

    /** Its name in tables. */
    String set() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fewest stones. */
    int leastStones() {
        return leastStones;
    }

    /** The most stones. */
    int mostStones() {
        return mostStones;
    }
}
