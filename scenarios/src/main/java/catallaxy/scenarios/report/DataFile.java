package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found in the candle file of a replayed asset, and what of it was used. Immutable.
 *
 * @param candle  length of a candle
 * @param read    how the times were read
 * @param remarks what a reader of the results should know, one sentence each
 */
public record DataFile(
        String asset,
        String file,
        double rows,
        String candle,
        String first,
        String end,
        String usedFrom,
        String usedTo,
        String read,
        double gaps,
        double missing,
        double dropped,
        double suspiciousMoves,
        List<String> remarks) {
    public DataFile {
        remarks = List.copyOf(remarks);
    }

    /** The entries {@code data} of a manifest or summary. */
    static List<DataFile> of(JsonObject document) throws ReportException {
        List<DataFile> files = new ArrayList<>();
        for (JsonObject entry : document.objects("data")) {
            files.add(one(entry));
        }
        return files;
    }

    private static DataFile one(JsonObject json) throws ReportException {
        JsonObject dropped = json.object("dropped");
        return new DataFile(
                json.text("asset"),
                json.text("file"),
                json.number("rows"),
                json.text("candle"),
                json.text("first"),
                json.text("end"),
                json.text("usedFrom"),
                json.text("usedTo"),
                json.text("read"),
                json.object("gaps").number("number"),
                json.object("gaps").number("missing"),
                dropped.number("bad") + dropped.number("blank") + dropped.number("duplicates"),
                json.object("suspiciousMoves").number("number"),
                json.texts("remarks"));
    }

    /** Writes the section of the report about these files; nothing where there are none. */
    static void write(Markup page, String id, List<DataFile> files) {
        if (files.isEmpty()) {
            return;
        }
        page.element("h2", "Data", "id", id);
        table(files).write(page);
        for (DataFile file : files) {
            page.element("p", file.asset() + ": " + file.file() + ", " + file.read() + ".", "class", "note");
            if (!file.remarks().isEmpty()) {
                page.open("ul");
                file.remarks().forEach(remark -> page.element("li", remark));
                page.close("ul");
            }
        }
    }

    private static Table table(List<DataFile> files) {
        Table table = new Table()
                .text("Asset")
                .number("Candles")
                .text("Of")
                .text("File begins")
                .text("File ends")
                .text("Used from")
                .text("Used to")
                .number("Gaps")
                .number("Missing")
                .number("Rows left out")
                .number("Suspicious moves");
        for (DataFile file : files) {
            table.row()
                    .cell(file.asset())
                    .cell(FigureText.count(file.rows()))
                    .cell(file.candle())
                    .cell(file.first())
                    .cell(file.end())
                    .cell(file.usedFrom())
                    .cell(file.usedTo())
                    .cell(FigureText.count(file.gaps()))
                    .cell(FigureText.count(file.missing()))
                    .cell(FigureText.count(file.dropped()))
                    .cell(FigureText.count(file.suspiciousMoves()));
        }
        return table;
    }
}
