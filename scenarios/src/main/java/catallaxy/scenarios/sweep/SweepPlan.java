package catallaxy.scenarios.sweep;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.report.RunTable;
import catallaxy.scenarios.report.TableChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a sweep is to do. Immutable.
 *
 * @param scenario the file
 * @param kind     of its runs, by name
 * @param jobs     at the same time
 * @param choice   how the runs are to be compared
 * @param runs     in the order of the results
 */
public record SweepPlan(Path scenario, String kind, int jobs, TableChoice choice, List<Run> runs) {
    /** The name of the file in the sweep's folder. */
    static final String FILE = "plan.json";

    private static final String SEED = "seed";

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
        /** Whether a run folder is one of this run. */
        boolean isAt(SweepKind.Begun<?> begun) {
            return configDigest.equals(begun.configDigest()) && seed == begun.seed();
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
     * @param settings key → values separated by commas outside brackets, braces and quotations, and ranges {@code a..b}
     * @param warned   receives what may be used in a combination but is probably not what is wanted
     * @throws UserError if a combination is no valid scenario, or two are the same one with the same seed, however spelt
     */
    public static SweepPlan of(
            SweepKind<?> kind,
            Path scenario,
            int jobs,
            TableChoice choice,
            Map<String, String> settings,
            Consumer<Problem> warned) {
        List<Run> runs = SettingValues.combinations(settings).stream()
                .map(each -> kind.run(scenario, each, warned))
                .toList();
        requireDifferent(runs);
        return new SweepPlan(scenario.toAbsolutePath(), kind.name(), jobs, choice, runs);
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

    /** The scenario's file without folder and ending. */
    public String name() {
        return String.valueOf(scenario.getFileName()).replaceFirst("\\.conf$", "");
    }

    /** Keys of which the sweep has several values, but the seed. */
    List<String> varyingKeys() {
        return runs.getFirst().settings().keySet().stream()
                .filter(key -> !key.equals(SEED))
                .filter(key -> runs.stream()
                                .map(run -> run.settings().get(key))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    /** Of a run's settings those that vary over the sweep, but the seed. */
    static Map<String, String> varying(Map<String, String> settings, List<String> keys) {
        Map<String, String> varied = new LinkedHashMap<>();
        keys.stream().filter(settings::containsKey).forEach(key -> varied.put(key, settings.get(key)));
        return varied;
    }

    /**
     * Checks that the base that was asked for is a group.
     *
     * @throws UserError if it is not (usage)
     */
    public void requireBase() {
        List<String> keys = varyingKeys();
        Set<Map<String, String>> groups = new LinkedHashSet<>();
        runs.forEach(run -> groups.add(varying(run.settings(), keys)));
        RunTable.base(groups, choice);
    }

    /** The same plan with other widths of intervals, where some are given. */
    public SweepPlan wanting(List<String> widths) {
        TableChoice other = widths.isEmpty() ? choice : TableChoice.of(choice.base(), widths);
        return new SweepPlan(scenario, kind, jobs, other, runs);
    }

    /** Whether a folder is one of a sweep. */
    public static boolean isAt(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * The plan of the sweep in a folder.
     *
     * @throws UserError if the file is not one (corrupt)
     */
    public static SweepPlan in(Path folder) {
        return read(folder.resolve(FILE));
    }

    /**
     * Checks that the scenario still is what it was.
     *
     * @throws UserError if it is not (usage)
     */
    void requireUnchanged(Run run, SweepKind<?> as) {
        if (!as.run(scenario, run.settings(), _ -> {}).equals(run)) {
            throw UserError.usage(scenario + ": expected the scenario that the sweep began with, found another with "
                    + run.settings() + "; begin a new sweep");
        }
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", scenario.toString());
        json.put("kind", kind);
        json.put("jobs", jobs);
        json.put("choice", choice.json());
        json.put("runs", runs.stream().map(Run::json).toList());
        return json;
    }

    private static SweepPlan read(Path file) {
        try {
            Map<String, ?> json = JsonText.read(Files.readString(file));
            if (json.get("scenario") instanceof String scenario
                    && json.get("jobs") instanceof Number jobs
                    && json.get("runs") instanceof List<?> entries) {
                List<Run> runs = new ArrayList<>();
                for (Object entry : entries) {
                    runs.add(Run.read(entry instanceof Map<?, ?> run ? run : Map.of()));
                }
                String kind = String.valueOf(Objects.requireNonNullElse(json.get("kind"), "training"));
                TableChoice choice = TableChoice.read(json.get("choice"));
                return new SweepPlan(Path.of(scenario), kind, jobs.intValue(), choice, runs);
            }
            throw new IllegalArgumentException("expected scenario, jobs and runs, found " + json.keySet());
        } catch (IOException | IllegalArgumentException malformed) {
            throw UserError.corrupt(file + ": " + malformed.getMessage());
        }
    }
}
