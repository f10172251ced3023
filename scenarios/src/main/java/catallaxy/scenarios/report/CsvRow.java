package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.RecordFields;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Map;

/**
 * A row of a CSV file by the names of its columns; a column that the file lacks is empty text and {@code NaN}.
 *
 * @param places of the columns by name
 */
record CsvRow(Path file, Map<String, Integer> places, CsvRecord cells) implements RecordFields.Cells<FolderException> {
    @Override
    public String text(String column) {
        Integer place = places.get(column);
        return place == null ? "" : cells.getField(place);
    }

    /**
     * The cell as a number; {@code NaN} where it is empty.
     *
     * @throws FolderException if it is neither
     */
    @Override
    public double number(String column) throws FolderException {
        String text = text(column);
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw FolderException.at(file, cells.getStartingLineNumber(), "a number", text);
        }
    }
}
