package catallaxy.environment.market.world.candle;

import java.util.ArrayList;
import java.util.List;

/** The rows that could not be used, up to a limit. */
final class BadRows {
    private final String file;
    private final int limit;
    private final List<CandleReport.BadRow> rows = new ArrayList<>();

    BadRows(String file, int limit) {
        this.file = file;
        this.limit = limit;
    }

    /** @throws CandleFileException if there are more than the limit allows */
    void add(int line, String problem) {
        if (rows.size() == limit) {
            String context = limit == 0 ? "" : " (after " + limit + " other bad rows, as many as max-bad-rows allows)";
            throw new CandleFileException(file, line, problem + context);
        }
        rows.add(new CandleReport.BadRow(line, problem));
    }

    List<CandleReport.BadRow> list() {
        return rows;
    }
}
