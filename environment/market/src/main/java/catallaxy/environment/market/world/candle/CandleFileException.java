package catallaxy.environment.market.world.candle;

/** A candle file that cannot be used; the message names the file, the line and column, what was expected and found. */
public final class CandleFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;

    CandleFileException(String file, int line, String problem) {
        super(line == 0 ? file + ": " + problem : file + ", line " + line + ": " + problem);
        this.line = line;
        this.problem = problem;
    }

    /** The line of the file, 1 for the first, or 0 where the whole file is meant. */
    public int line() {
        return line;
    }

    /** The message without file and line. */
    public String problem() {
        return problem;
    }
}
