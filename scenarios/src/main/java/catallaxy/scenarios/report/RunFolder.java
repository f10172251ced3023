package catallaxy.scenarios.report;

import catallaxy.scenarios.NaturalOrder;
import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.JsonFile;
import catallaxy.scenarios.folder.Metric;
import catallaxy.scenarios.folder.RunManifest;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.folder.TradeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a run left behind, read in one pass per file and bounded memory however long the run was. Immutable.
 *
 * <p>Any file may be absent or cut off, as a kill at any instant leaves them; {@code notes} says so in words.
 *
 * @param equity each agent's equity by id
 * @param notes what is missing or contradicts itself, one sentence each
 */
public record RunFolder(
        Path path,
        RunManifest manifest,
        RunSummary summary,
        Metrics metrics,
        Map<String, EquityHistory> equity,
        FillHistory fills,
        Interventions interventions,
        List<String> notes) {

    static final List<String> FILES =
            List.of("manifest.json", "summary.json", "metrics.jsonl", "equity.csv", "trades.csv", "interventions.csv");

    public RunFolder {
        equity = Collections.unmodifiableMap(equity);
        notes = List.copyOf(notes);
    }

    /**
     * Reads the run in {@code folder}.
     *
     * @throws FolderException if it is no run folder, or if a file is corrupt other than by ending early
     * @throws IOException if a file cannot be read
     */
    public static RunFolder read(Path folder) throws IOException {
        if (FILES.stream().noneMatch(name -> Files.isRegularFile(folder.resolve(name)))) {
            throw new FolderException(folder + ": expected a run folder with " + String.join(", ", FILES) + ", found "
                    + (Files.isDirectory(folder) ? "none of them" : "no such folder"));
        }
        return readPresent(folder);
    }

    /** Reads what of a run is in {@code folder}, if anything is. */
    static RunFolder readPresent(Path folder) throws IOException {
        var notes = new ArrayList<String>();
        Path manifestFile = folder.resolve("manifest.json");
        Path summaryFile = folder.resolve("summary.json");
        RunManifest manifest = JsonFile.record(manifestFile, RunManifest.class, notes::add);
        RunSummary summary = JsonFile.record(summaryFile, RunSummary.class, notes::add);
        Metrics metrics = Metrics.read(folder.resolve("metrics.jsonl"), notes::add);
        var equity = EquityHistory.read(folder.resolve("equity.csv"), notes::add);
        Set<String> agents = agents(summary, metrics, equity.keySet());
        FillHistory fills = FillHistory.read(
                folder.resolve("trades.csv"), agents, new WorldPrices(metrics, summary.quote()), notes::add);
        Interventions interventions = Interventions.read(folder.resolve("interventions.csv"), notes::add);
        notes.addAll(Contradictions.of(manifest, summary, fills));
        return new RunFolder(folder, manifest, summary, metrics, equity, fills, interventions, notes);
    }

    private static Set<String> agents(RunSummary summary, Metrics metrics, Set<String> withEquity) {
        var agents = new LinkedHashSet<String>();
        summary.agents().forEach(agent -> agents.add(agent.id()));
        agents.addAll(withEquity);
        Set<String> others = new TreeSet<>(NaturalOrder.NAMES);
        others.addAll(metrics.matching(Metric.AGENT_EQUITY).keySet());
        agents.addAll(others);
        return agents;
    }

    /** The agents' ids in the order of the summary; agents it does not name follow. */
    public List<String> agents() {
        return List.copyOf(fills.tallies().keySet());
    }

    /** The colour of an agent in all charts: its place among {@link #agents}; -1, the text's own colour, for any other name. */
    public int color(String agent) {
        return agents().indexOf(agent);
    }

    /**
     * Gives each row of {@code trades.csv} to {@code each}, in order of time, agents' and background's alike: one for either side
     * of a match in an order book, one for a swap. Reads the file again, in constant memory; an absent file has no rows.
     *
     * @throws FolderException if a row in the middle is corrupt
     * @throws IOException if the file cannot be read
     */
    public void trades(Consumer<Fill> each) throws IOException {
        WorldPrices world = new WorldPrices(metrics, summary.quote());
        CsvFile.read(path.resolve("trades.csv"), TradeRow.class, _ -> {}, row -> each.accept(Fill.of(row, world)));
    }

    /** The agent's equity over time, from {@code equity.csv} or, failing that, the metrics. */
    public Samples equityOf(String agent) {
        return Optional.ofNullable(equity.get(agent))
                .map(EquityHistory::equity)
                .orElseGet(() -> metrics.matching(Metric.AGENT_EQUITY).getOrDefault(agent, Samples.NONE));
    }

    /** The last simulated second that any file speaks of; 0 where none does. */
    public double lastSeconds() {
        double last = zeroIfUnknown(summary.counts().simulatedSeconds());
        last = Math.max(last, zeroIfUnknown(metrics.lastSeconds()));
        for (EquityHistory history : equity.values()) {
            last = Math.max(last, zeroIfUnknown(history.equity().lastSeconds()));
        }
        return last;
    }

    private static double zeroIfUnknown(double seconds) {
        return Double.isFinite(seconds) ? seconds : 0;
    }

    /** The scenario's name, or the folder's where the run did not say. */
    String title() {
        String scenario = manifest.subject().scenario().isEmpty()
                ? summary.subject().scenario()
                : manifest.subject().scenario();
        return scenario.isEmpty()
                ? String.valueOf(path.toAbsolutePath().normalize().getFileName())
                : scenario;
    }

    String digest() {
        return summary.subject().digest().isEmpty()
                ? manifest.course().digest()
                : summary.subject().digest();
    }

    String seed() {
        OptionalLong seed = manifest.subject().seed().isEmpty()
                ? summary.subject().seed()
                : manifest.subject().seed();
        return seed.isEmpty() ? "" : Long.toString(seed.orElseThrow());
    }

    String driver() {
        return manifest.subject().driver().isEmpty()
                ? summary.subject().driver()
                : manifest.subject().driver();
    }
}
