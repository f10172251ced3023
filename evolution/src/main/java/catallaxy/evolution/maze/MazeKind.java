package catallaxy.evolution.maze;

import catallaxy.evolution.search.EvolvableKind;

/** Registers the deceptive mazes, {@code maze}. */
public final class MazeKind implements EvolvableKind<MazeProblem> {
    static final String NAME = "maze";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<MazeProblem> config() {
        return MazeProblem.class;
    }

    @Override
    public String summary() {
        return "A robot that is to find its way through a deceptive maze (Lehman and Stanley 2011)";
    }
}
