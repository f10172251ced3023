package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.DataNote;
import java.util.List;

/** The section of a report about the candle files of replayed assets. */
final class DataSection {
    private DataSection() {}

    /** Writes it; nothing where there are none. */
    static void write(Markup page, String id, List<DataNote> files) {
        if (files.isEmpty()) {
            return;
        }
        page.element("h2", "Data", "id", id);
        table(files).write(page);
        for (DataNote file : files) {
            page.element("p", file.asset() + ": " + file.file() + ", " + file.read() + ".", "class", "note");
            if (!file.remarks().isEmpty()) {
                page.open("ul");
                file.remarks().forEach(remark -> page.element("li", remark));
                page.close("ul");
            }
        }
    }

    private static Table table(List<DataNote> files) {
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
        for (DataNote file : files) {
            table.row()
                    .cell(file.asset())
                    .cell(FigureText.count(file.rows()))
                    .cell(file.candle())
                    .cell(file.first())
                    .cell(file.end())
                    .cell(file.usedFrom())
                    .cell(file.usedTo())
                    .cell(FigureText.count(file.gaps().number()))
                    .cell(FigureText.count(file.gaps().missing()))
                    .cell(FigureText.count(file.dropped().number()))
                    .cell(FigureText.count(file.suspiciousMoves().number()));
        }
        return table;
    }
}
