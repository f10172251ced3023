package catallaxy.scenarios.command;

import catallaxy.scenarios.folder.DataNote;
import catallaxy.scenarios.folder.RecordFields;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The candle files that a run was made of, as its answer shows them: what was read as what, and what to know of it. */
final class DataLines {
    private DataLines() {}

    /** Prints what was found in the files of a run; nothing where there are none. */
    static void print(PrintWriter out, List<DataNote> data) {
        print(out, (Object) data.stream().map(RecordFields::of).toList());
    }

    /** @param data the entries {@code data} of a summary; prints nothing where there are none */
    static void print(PrintWriter out, @Nullable Object data) {
        if (data instanceof List<?> entries && !entries.isEmpty()) {
            out.println();
            entries.forEach(entry -> print(out, (Map<?, ?>) entry));
        }
    }

    private static void print(PrintWriter out, Map<?, ?> entry) {
        long rows = entry.get("rows") instanceof Number number ? number.longValue() : 0;
        out.printf(
                Locale.ROOT,
                "data    %s: %,d candles of %s, %s to %s, %s%n",
                entry.get("asset"),
                rows,
                entry.get("candle"),
                entry.get("usedFrom"),
                entry.get("usedTo"),
                entry.get("read"));
        if (entry.get("remarks") instanceof List<?> remarks) {
            remarks.forEach(remark -> out.println("        " + remark));
        }
    }
}
