package catallaxy.scenarios.game;

import catallaxy.environment.base.check.NearestWord;
import catallaxy.mcts.game.ConnectFourSolver;
import catallaxy.mcts.game.PositionRow;
import catallaxy.mcts.game.SolvedPosition;
import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A CSV file of Connect Four positions: a header line, then one position a line. The column {@code moves} is needed; {@code set},
 * {@code score} and {@code analysis} as in {@link PositionRow} may be left out or empty, others are passed over. Positions without
 * an analysis are solved, which takes seconds for those with few stones.
 */
public final class PositionFile {
    private static final String MOVES = "moves";
    private static final List<String> COLUMNS = List.of("set", MOVES, "score", "analysis");
    private static final String NO_SET = "all";

    private final Path file;
    private final ConnectFourSolver solver = new ConnectFourSolver();
    private final Map<String, Integer> places = new HashMap<>();
    private List<String> header = List.of();

    private PositionFile(Path file) {
        this.file = file;
    }

    /**
     * Reads all positions.
     *
     * @throws UserError (usage) naming file, line and column, what was expected and what was found
     */
    public static List<SolvedPosition> read(Path file) {
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(Files.newBufferedReader(file))) {
            return new PositionFile(file).positions(lines);
        } catch (CsvParseException broken) {
            throw UserError.usage(file + ": " + broken.getMessage());
        } catch (UncheckedIOException unreadable) {
            throw UserError.usage(file + ": " + FileFault.reason(Objects.requireNonNull(unreadable.getCause())));
        } catch (IOException unreadable) {
            throw UserError.usage(file + ": " + FileFault.reason(unreadable));
        }
    }

    private List<SolvedPosition> positions(CsvReader<CsvRecord> lines) {
        List<SolvedPosition> positions = new ArrayList<>();
        for (CsvRecord line : lines) {
            if (header.isEmpty()) {
                begin(line);
            } else {
                positions.add(position(line));
            }
        }
        if (positions.isEmpty()) {
            throw UserError.usage(file + ": expected a line of columns, " + String.join(",", COLUMNS)
                    + ", and at least one position below it, found none");
        }
        return positions;
    }

    private void begin(CsvRecord line) {
        header = line.getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip())
                .toList();
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(header.get(i), i);
        }
        if (!places.containsKey(MOVES)) {
            throw UserError.usage(file + ": line " + line.getStartingLineNumber() + ": expected a column " + MOVES
                    + ", found " + String.join(",", header) + NearestWord.question(MOVES, header.stream()));
        }
    }

    private SolvedPosition position(CsvRecord line) {
        if (line.getFieldCount() != header.size()) {
            throw UserError.usage(file + ": line " + line.getStartingLineNumber() + ": expected " + header.size()
                    + " fields as in the header, found " + line.getFieldCount());
        }
        String set = cell(line, "set");
        PositionRow row = new PositionRow(
                set.isEmpty() ? NO_SET : set, cell(line, MOVES), cell(line, "score"), cell(line, "analysis"));
        try {
            return row.solved(solver);
        } catch (PositionRow.MalformedException malformed) {
            throw UserError.usage(file + ": line " + line.getStartingLineNumber() + ", column " + malformed.column()
                    + ": " + malformed.getMessage());
        }
    }

    private String cell(CsvRecord line, String column) {
        Integer place = places.get(column);
        return place == null ? "" : line.getField(place).strip();
    }
}
