package catallaxy.environment.market.conformance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts rows and those that differ, and keeps the first difference. */
public final class Differences {
    private long cases;
    private long failures;
    private boolean rowFailed;
    private FileResult.@Nullable Difference first;

    void nextRow() {
        cases++;
        rowFailed = false;
    }

    /** Compares the row's field with the engine's answer. */
    public void expect(VectorRow row, String column, Object actual) {
        String answer = actual.toString();
        if (row.text(column).equals(answer)) {
            return;
        }
        if (first == null) {
            first = new FileResult.Difference(row.line(), column, row.text(column), answer);
        }
        failures += rowFailed ? 0 : 1;
        rowFailed = true;
    }

    FileResult result(String file, FileResult.Status status, String message) {
        return new FileResult(file, cases, failures, status, Optional.ofNullable(first), message);
    }
}
