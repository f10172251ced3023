package catallaxy.agents.game;

import catallaxy.agents.learning.Game;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.mcts.game.ConnectFour;
import java.util.List;

/** Connect Four: observed are the mover's 42 fields, row by row from the bottom, then the other's; the board may be mirrored. */
public record ConnectFourGame() implements Game<ConnectFour> {
    private static final Board BOARD = new Board(ConnectFour.FIELDS);

    @Override
    public ConnectFour first() {
        return new ConnectFour();
    }

    @Override
    public ObservationSpec observationSpec() {
        return BOARD.observationSpec();
    }

    @Override
    public ActionSpec actionSpec() {
        return Board.moves("column", ConnectFour.COLUMNS);
    }

    @Override
    public void observe(ConnectFour position, float[] rows, int offset) {
        BOARD.write(ConnectFourGame::bit, position.own(), position.own() ^ position.taken(), rows, offset);
    }

    @Override
    public ConnectFour position(float[] rows, int offset) {
        return ConnectFour.of(
                BOARD.own(ConnectFourGame::bit, rows, offset), BOARD.other(ConnectFourGame::bit, rows, offset));
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
        return List.of(BOARD.symmetry(ConnectFourGame::mirrored, ConnectFour.COLUMNS));
    }

    private static int bit(int field) {
        return field % ConnectFour.COLUMNS * (ConnectFour.ROWS + 1) + field / ConnectFour.COLUMNS;
    }

    private static int mirrored(int field) {
        int column = field % ConnectFour.COLUMNS;
        return field - column + ConnectFour.COLUMNS - 1 - column;
    }
}
