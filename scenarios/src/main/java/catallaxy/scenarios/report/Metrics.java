package catallaxy.scenarios.report;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.NaturalOrder;
import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.Metric;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The time series of {@code metrics.jsonl} by name, and the world's regimes. Names have the form
 * {@code kind/id/measure}; samples are thinned to bounded memory with all extremes kept. Immutable.
 */
public final class Metrics {

    /** A stretch of simulated time, in seconds, in which the world was in one regime. */
    public record Regime(double fromSeconds, double toSeconds, String name) {}

    static final String TIME = "timeSeconds";
    private static final int MOST_REGIMES = 400;

    private final Map<String, Samples> series;
    private final List<Regime> regimes;

    private Metrics(Map<String, Samples> series, List<Regime> regimes) {
        this.series = Collections.unmodifiableMap(series);
        this.regimes = List.copyOf(regimes);
    }

    /** The series with this name; no samples where there is none. */
    public Samples series(String name) {
        return series.getOrDefault(name, Samples.NONE);
    }

    /** The series of a metric, by id in alphabetical order. */
    public Map<String, Samples> matching(Metric metric) {
        return matching(metric.prefix(), metric.suffix());
    }

    /** The series of every {@code prefix + id + suffix}, by id in alphabetical order. */
    public Map<String, Samples> matching(String prefix, String suffix) {
        var found = new LinkedHashMap<String, Samples>();
        series.forEach((name, samples) -> {
            boolean longEnough = name.length() > prefix.length() + suffix.length();
            if (longEnough && name.startsWith(prefix) && name.endsWith(suffix)) {
                found.put(name.substring(prefix.length(), name.length() - suffix.length()), samples);
            }
        });
        return found;
    }

    /** In which regimes the world was, in order of time; empty where it has none, or too many to draw. */
    public List<Regime> regimes() {
        return regimes;
    }

    /** The latest time of any series; {@code NaN} where there is none. */
    public double lastSeconds() {
        return series.values().stream().mapToDouble(Samples::lastSeconds).max().orElse(Double.NaN);
    }

    /**
     * Reads {@code file} up to its end or to where a killed writer stopped.
     *
     * @throws FolderException if a line before the last is not a JSON object
     */
    static Metrics read(Path file, Consumer<String> notes) throws IOException {
        return read(file, TIME, notes);
    }

    /** As the other, of a file whose rows have this instead of the simulated time. */
    static Metrics read(Path file, String time, Consumer<String> notes) throws IOException {
        if (!Files.isRegularFile(file)) {
            notes.accept(file.getFileName() + " is missing");
            return new Metrics(new TreeMap<>(NaturalOrder.NAMES), List.of());
        }
        var reading = new Reading(file, time);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16)) {
            reading.lines(in, notes);
        }
        return reading.metrics(notes);
    }

    private record Entry(String name, double value) {}

    /** The state of one pass over the file. */
    private static final class Reading implements JsonText.Entries {

        private final Path file;
        private final String time;
        private final Map<String, SampleBuffer> buffers = new LinkedHashMap<>();
        /** Numbers of the line, which count once it has proved whole. */
        private final List<Entry> row = new ArrayList<>();

        private final List<Regime> regimes = new ArrayList<>();
        private double seconds;
        private String regime = "";
        private long line;

        Reading(Path file, String time) {
            this.file = file;
            this.time = time;
        }

        void lines(BufferedReader in, Consumer<String> notes) throws IOException {
            String text = in.readLine();
            while (text != null) {
                line++;
                String following = in.readLine();
                readLine(text, following == null, notes);
                text = following;
            }
        }

        private void readLine(String text, boolean last, Consumer<String> notes) throws IOException {
            try {
                if (!text.isBlank()) {
                    seconds = Double.NaN;
                    regime = "";
                    row.clear();
                    JsonText.tell(text, this);
                    addRow();
                }
            } catch (JsonProcessingException broken) {
                if (!last) {
                    throw FolderException.at(file, line, "a JSON object", text);
                }
                notes.accept(file.getFileName() + " is cut off in line " + line + "; that line is left out");
            }
        }

        @Override
        public void number(String name, double value) {
            if (name.equals(time)) {
                seconds = value;
            } else {
                row.add(new Entry(name, value));
            }
        }

        @Override
        public void text(String name, String value) {
            if (name.equals(Metric.WORLD_REGIME)) {
                regime = value;
            }
        }

        private void addRow() {
            for (Entry each : row) {
                buffers.computeIfAbsent(each.name(), _ -> new SampleBuffer()).add(seconds, each.value());
            }
            if (!regime.isEmpty() && Double.isFinite(seconds) && regimes.size() <= MOST_REGIMES) {
                addRegime(seconds);
            }
        }

        private void addRegime(double seconds) {
            boolean goesOn = !regimes.isEmpty() && regimes.getLast().name().equals(regime);
            if (!regimes.isEmpty()) {
                Regime before = regimes.removeLast();
                regimes.add(new Regime(before.fromSeconds(), seconds, before.name()));
            }
            if (!goesOn) {
                regimes.add(new Regime(seconds, seconds, regime));
            }
        }

        Metrics metrics(Consumer<String> notes) {
            var series = new TreeMap<String, Samples>(NaturalOrder.NAMES);
            buffers.forEach((name, buffer) -> series.put(name, buffer.exactly()));
            if (regimes.size() > MOST_REGIMES) {
                notes.accept("the world's regime changes more than " + MOST_REGIMES + " times and is not drawn");
                regimes.clear();
            }
            return new Metrics(series, regimes);
        }
    }
}
