package catallaxy.scenarios.command;

import catallaxy.scenarios.folder.DataNote;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The candle files that a run was made of, as its answer shows them: what was read as what, and what to know of it. */
final class DataLines {
    private DataLines() {}

    /** Prints what was found in the files of a run; nothing where there are none. */
    static void print(PrintWriter out, List<DataNote> data) {
        if (!data.isEmpty()) {
            out.println();
            data.forEach(each -> print(out, each));
        }
    }

    private static void print(PrintWriter out, DataNote note) {
        out.printf(
                Locale.ROOT,
                "data    %s: %,d candles of %s, %s to %s, %s%n",
                note.asset(),
                (long) note.rows(),
                note.candle(),
                note.usedFrom(),
                note.usedTo(),
                note.read());
        note.remarks().forEach(remark -> out.println("        " + remark));
    }
}
