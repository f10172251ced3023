package catallaxy.scenarios.training;

import catallaxy.scenarios.JsonText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code metrics.jsonl}: one JSON object a line, its first entry {@code step}. Appended to and flushed line by line. */
public final class MetricsLog implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("\\{\"step\":(\\d{1,18}),.*}");
    private static final Pattern ELAPSED = Pattern.compile(".*\"time/time_elapsed\":([0-9.E+-]{1,30})[,}].*");

    private final BufferedWriter writer;

    /** Appends to a file. */
    public MetricsLog(Path file) throws IOException {
        writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Writes a line. */
    public void add(long step, Map<String, Double> figures) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", step);
        line.putAll(figures);
        writer.write(JsonText.of(line) + "\n");
        writer.flush();
    }

    /**
     * Removes the lines after a step, and one that a kill has cut.
     *
     * @return wall seconds that had passed by the last line that is left
     */
    public static double forgetAfter(Path file, long step) throws IOException {
        List<String> kept = Files.isRegularFile(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> isUpTo(line, step))
                        .toList()
                : List.of();
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.write(partial, kept);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return kept.isEmpty() ? 0 : elapsed(kept.getLast());
    }

    private static boolean isUpTo(String line, long step) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() && Long.parseLong(matcher.group(1)) <= step;
    }

    private static double elapsed(String line) {
        Matcher matcher = ELAPSED.matcher(line);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
