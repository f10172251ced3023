package catallaxy.agents.game;

import catallaxy.agents.learning.Game;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.mcts.game.TicTacToe;
import java.util.ArrayList;
import java.util.List;

/** Tic-tac-toe: observed are the mover's nine fields, then the other's; the eight symmetries of the square. */
public record TicTacToeGame() implements Game<TicTacToe> {
    private static final int SIDE = 3;
    private static final Board BOARD = new Board(TicTacToe.FIELDS);

    @Override
    public TicTacToe first() {
        return new TicTacToe();
    }

    @Override
    public ObservationSpec observationSpec() {
        return BOARD.observationSpec();
    }

    @Override
    public ActionSpec actionSpec() {
        return Board.moves("field", TicTacToe.FIELDS);
    }

    @Override
    public void observe(TicTacToe position, float[] rows, int offset) {
        BOARD.write(field -> field, position.own(), position.other(), rows, offset);
    }

    @Override
    public TicTacToe position(float[] rows, int offset) {
        return TicTacToe.of(
                (int) BOARD.own(field -> field, rows, offset), (int) BOARD.other(field -> field, rows, offset));
    }

    @Override
    public double least() {
        return -1;
    }

    @Override
    public double most() {
        return 1;
    }

    @Override
    public List<Symmetry> symmetries() {
        List<Symmetry> all = new ArrayList<>();
        for (int turns = 0; turns < 4; turns++) {
            for (boolean mirrored : new boolean[] {false, true}) {
                if (turns > 0 || mirrored) {
                    int quarter = turns;
                    all.add(BOARD.symmetry(field -> seen(field, quarter, mirrored), TicTacToe.FIELDS));
                }
            }
        }
        return all;
    }

    private static int seen(int field, int turns, boolean mirrored) {
        int row = field / SIDE;
        int column = mirrored ? SIDE - 1 - field % SIDE : field % SIDE;
        for (int turn = 0; turn < turns; turn++) {
            int turned = SIDE - 1 - row;
            row = column;
            column = turned;
        }
        return row * SIDE + column;
    }
}
