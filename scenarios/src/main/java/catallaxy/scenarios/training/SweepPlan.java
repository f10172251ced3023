package catallaxy.scenarios.training;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a sweep is to train. Immutable.
 *
 * @param scenario the file
 * @param jobs     at the same time
 * @param runs     in the order of the results
 */
public record SweepPlan(Path scenario, int jobs, List<Run> runs) {
    private static final int MOST_RUNS = 10_000;

    public SweepPlan {
        runs = List.copyOf(runs);
        if (jobs < 1 || runs.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected at least one job and one run, found " + jobs + " and " + runs.size());
        }
    }

    /**
     * One run.
     *
     * @param settings     that replace the scenario's
     * @param configDigest of the scenario with these settings
     * @param seed         of the run
     */
    public record Run(Map<String, String> settings, String configDigest, long seed) {
        private static Run of(Path scenario, Map<String, String> settings, Consumer<Problem> warned) {
            Experiment read = Experiment.read(scenario, settings);
            read.file().warnings().forEach(warned);
            return new Run(settings, read.file().configDigest(), read.seed());
        }

        /** Whether a run folder is one of this run. */
        boolean isAt(TrainingRecord record) {
            return record.isOf(configDigest, seed);
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("settings", settings);
            json.put("configDigest", configDigest);
            json.put("seed", seed);
            return json;
        }

        private static Run read(Map<?, ?> json) {
            Map<String, String> settings = new LinkedHashMap<>();
            if (json.get("settings") instanceof Map<?, ?> entries
                    && json.get("configDigest") instanceof String digest
                    && json.get("seed") instanceof Number seed) {
                entries.forEach((key, value) -> settings.put(String.valueOf(key), String.valueOf(value)));
                return new Run(settings, digest, seed.longValue());
            }
            throw new IllegalArgumentException("expected a run's settings, configDigest and seed, found " + json);
        }
    }

    /**
     * Every combination of the values of each key.
     *
     * @param settings key → values separated by commas outside brackets, braces and quotations
     * @param warned   receives what may be used in a combination but is probably not what is wanted
     * @throws UserError if a combination is no valid scenario, or two are the same one with the same seed, however spelt
     */
    public static SweepPlan of(Path scenario, int jobs, Map<String, String> settings, Consumer<Problem> warned) {
        List<Run> runs = combinations(settings).stream()
                .map(each -> Run.of(scenario, each, warned))
                .toList();
        requireDifferent(runs);
        return new SweepPlan(scenario.toAbsolutePath(), jobs, runs);
    }

    /** Refuses two runs that are one: as two they would be counted twice, and their spread would be none. */
    private static void requireDifferent(List<Run> runs) {
        Map<String, Run> known = new HashMap<>();
        for (Run run : runs) {
            Run first = known.putIfAbsent(run.configDigest() + " " + run.seed(), run);
            if (first != null) {
                throw UserError.usage("expected runs that differ, found one run twice: " + first.settings() + " and "
                        + run.settings() + " are the same scenario with the same seed, " + run.seed());
            }
        }
    }

    static List<Map<String, String>> combinations(Map<String, String> settings) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            List<String> values = values(setting.getValue());
            combinations = combinations.stream()
                    .flatMap(each -> values.stream().map(value -> with(each, setting.getKey(), value)))
                    .toList();
            if (combinations.size() > MOST_RUNS) {
                throw UserError.usage("expected at most " + MOST_RUNS + " combinations of settings, found more");
            }
        }
        return combinations;
    }

    /** What stands between commas that no bracket, brace or quotation holds. */
    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : nesting(c);
            if (c == ',' && depth == 0 && !quoted) {
                values.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        values.add(text.substring(from).strip());
        return values;
    }

    private static int nesting(char c) {
        return switch (c) {
            case '[', '{' -> 1;
            case ']', '}' -> -1;
            default -> 0;
        };
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return more;
    }

    /** The scenario's file without folder and ending. */
    public String name() {
        return String.valueOf(scenario.getFileName()).replaceFirst("\\.conf$", "");
    }

    /**
     * Checks that the scenario still is what it was.
     *
     * @throws UserError if it is not (usage)
     */
    void requireUnchanged(Run run) {
        if (!Run.of(scenario, run.settings(), _ -> {}).equals(run)) {
            throw UserError.usage(scenario + ": expected the scenario that the sweep began with, found another with "
                    + run.settings() + "; begin a new sweep");
        }
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", scenario.toString());
        json.put("jobs", jobs);
        json.put("runs", runs.stream().map(Run::json).toList());
        return json;
    }

    /**
     * Reads a plan.
     *
     * @throws UserError if the file is not one (corrupt)
     */
    static SweepPlan read(Path file) {
        try {
            Map<String, ?> json = JsonText.read(Files.readString(file));
            if (json.get("scenario") instanceof String scenario
                    && json.get("jobs") instanceof Number jobs
                    && json.get("runs") instanceof List<?> entries) {
                List<Run> runs = new ArrayList<>();
                for (Object entry : entries) {
                    runs.add(Run.read(entry instanceof Map<?, ?> run ? run : Map.of()));
                }
                return new SweepPlan(Path.of(scenario), jobs.intValue(), runs);
            }
            throw new IllegalArgumentException("expected scenario, jobs and runs, found " + json.keySet());
        } catch (IOException | IllegalArgumentException malformed) {
            throw UserError.corrupt(file + ": " + malformed.getMessage());
        }
    }
}
