package catallaxy.scenarios.report;

import catallaxy.scenarios.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Simulations by group: each figure of each agent over the seeds, and its differences to a base group under the same luck. Groups
 * that share no seed are not compared. Immutable.
 *
 * @param groups in the order in which they were met
 * @param pairs  one for each group but the base
 * @param choice what was asked for
 */
public record RunTable(List<RunGroup> groups, List<RunPairs> pairs, TableChoice choice) {
    /** More seeds than are shown: who needs more knows enough. */
    public static final long MOST_SEEDS = 1_000_000;

    /** Figures that are shown first, and all that begin with the last. */
    private static final List<String> CHIEF = List.of(
            "pnl", "pnlOverHolding", "sharpe", "maxDrawdown", "fills", "feesPaid", "gasPaid", "traded", "attribution.");

    /** Copies the lists. */
    public RunTable {
        groups = List.copyOf(groups);
        pairs = List.copyOf(pairs);
    }

    /**
     * The table of these runs.
     *
     * @throws UserError (usage) if the base that was asked for is not one group of them
     */
    public static RunTable of(List<SeededRun> runs, TableChoice choice) {
        Map<Map<String, String>, List<SeededRun>> bySettings = new LinkedHashMap<>();
        runs.forEach(run -> bySettings
                .computeIfAbsent(run.settings(), _ -> new ArrayList<>())
                .add(run));
        if (bySettings.isEmpty()) {
            return new RunTable(List.of(), List.of(), choice);
        }
        Map<String, String> chosen = base(bySettings.keySet(), choice);
        List<SeededRun> base = Objects.requireNonNull(bySettings.get(chosen));
        return new RunTable(
                bySettings.values().stream()
                        .map(each -> RunGroup.of(each, choice))
                        .toList(),
                bySettings.entrySet().stream()
                        .filter(each -> !each.getKey().equals(chosen))
                        .map(each -> RunPairs.of(each.getValue(), base, choice))
                        .toList(),
                choice);
    }

    /**
     * The group with the settings that were asked for, by default the first.
     *
     * @param groups settings of each
     * @throws UserError (usage) if none or several have them
     */
    public static Map<String, String> base(Set<Map<String, String>> groups, TableChoice choice) {
        List<Map<String, String>> fitting = groups.stream()
                .filter(each -> each.entrySet().containsAll(choice.base().entrySet()))
                .toList();
        if (choice.base().isEmpty() || fitting.size() == 1) {
            return fitting.getFirst();
        }
        String all = groups.stream().map(RunGroup::label).collect(Collectors.joining("\n  "));
        throw UserError.usage("--base: expected the settings of one group, found those of "
                + (fitting.isEmpty() ? "none" : fitting.size()) + ", " + RunGroup.label(choice.base())
                + "; groups:\n  " + all);
    }

    /** Whether a figure is among those that are shown first. */
    public static boolean isChief(String figure) {
        return CHIEF.contains(figure) || figure.startsWith(CHIEF.getLast());
    }

    /** What is to be known of the runs: those without figures, groups that cannot be compared, widths of no figure. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (RunGroup group : groups) {
            group.count().reasons().forEach(reason -> notes.add(group.label() + ": " + reason));
        }
        pairs.stream()
                .filter(each -> each.seeds() == 0 && hasRuns(each.settings()) && hasRuns(each.base()))
                .forEach(each -> notes.add(strangers(each)));
        unknownWidths().ifPresent(notes::add);
        return notes;
    }

    private boolean hasRuns(Map<String, String> settings) {
        return groups.stream()
                .anyMatch(group ->
                        group.settings().equals(settings) && group.count().scored() > 0);
    }

    private static String strangers(RunPairs pairs) {
        return "not compared: " + RunGroup.label(pairs.settings()) + " with " + RunGroup.label(pairs.base())
                + ", since they have no seed in common: between runs of different seeds luck is not told from merit";
    }

    private Optional<String> unknownWidths() {
        Set<String> unknown = new TreeSet<>(choice.widths().keySet());
        unknown.remove("");
        groups.forEach(group -> group.rows().forEach(row -> unknown.remove(row.figure())));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("--width: no agent has a figure " + String.join(", ", unknown));
    }
}
