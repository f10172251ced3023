package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.folder.AgentTotals;
import catallaxy.scenarios.folder.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a run against its files, counted row by row. */
final class AgentTablesTest {
    @TempDir
    static Path work;

    @BeforeAll
    static void record() throws IOException {
        RecordedRun.write(work.resolve("run"), 61, 30);
    }

    private static RunFolder run() throws IOException {
        return RunFolder.read(work.resolve("run"));
    }

    /** The run, of which the summary says other things of these agents. */
    private static AgentTables tables(AgentTotals... agents) throws IOException {
        RunFolder run = run();
        RunSummary summary = run.summary();
        RunSummary changed = new RunSummary(
                summary.subject(),
                summary.counts(),
                summary.conservation(),
                List.of(agents),
                summary.chains(),
                summary.venues(),
                summary.searchers(),
                summary.builders(),
                summary.bridges(),
                summary.quote(),
                summary.conventions());
        return new AgentTables(new RunFolder(
                run.path(),
                run.manifest(),
                changed,
                run.metrics(),
                run.equity(),
                run.fills(),
                run.interventions(),
                run.notes()));
    }

    private static AgentTotals agent(int index, double beyondMeans, Map<String, Double> figures) throws IOException {
        AgentTotals agent = run().summary().agents().get(index);
        AgentTotals.Result result = agent.result();
        AgentTotals.Trading trading = agent.trading();
        AgentTotals.Conduct conduct = agent.conduct();
        return new AgentTotals(
                agent.id(),
                agent.role(),
                agent.policy(),
                agent.worth(),
                new AgentTotals.Result(result.sharpe(), result.sharpeAnnualised(), result.maxDrawdown(), figures),
                new AgentTotals.Trading(
                        trading.fills(), trading.feesPaid(), trading.gasPaid(), 0, 0, 0, beyondMeans, figures),
                new AgentTotals.Conduct(conduct.decisions(), figures, 0, 0, Double.NaN, Double.NaN, conduct.failure()),
                new AgentTotals.Limits(0, true),
                agent.attribution(),
                agent.execution(),
                agent.performance(),
                figures);
    }

    private static List<String> row(List<List<String>> table, String first) {
        return table.stream()
                .filter(row -> row.getFirst().equals(first))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fillsAreTheRowsOfTheTrades() throws IOException {
        List<String[]> trades = Files.readAllLines(work.resolve("run/trades.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        List<List<String>> table = TableText.of(new AgentTables(run()).fills());
        List<String> agents = run().agents();
        for (String agent : agents) {
            List<String[]> own =
                    trades.stream().filter(trade -> trade[1].equals(agent)).toList();
            assertFills(row(table, agent), own);
        }
        Set<String> others = new TreeSet<>();
        trades.forEach(trade -> others.add(trade[1]));
        others.removeAll(agents);
        assertThat(table).hasSize(1 + agents.size() + (others.isEmpty() ? 0 : 1));
        assertThat(trades).anySatisfy(trade -> assertThat(trade[11]).isEqualTo("maker"));
    }

    private static void assertFills(List<String> row, List<String[]> trades) {
        long bought = trades.stream().filter(trade -> trade[3].equals("buy")).count();
        double makers =
                trades.stream().filter(trade -> trade[11].equals("maker")).count();
        double volume = trades.stream()
                .mapToDouble(trade -> Double.parseDouble(trade[8]))
                .sum();
        assertThat(row.subList(1, 6))
                .containsExactly(
                        FigureText.count(trades.size()),
                        FigureText.count(bought),
                        FigureText.count(trades.size() - bought),
                        FigureText.percent(makers / trades.size()),
                        FigureText.money(volume));
    }

    /** Each name that any agent has is a column; an agent without it has no number there. */
    @Test
    void figuresByNameHaveAColumnForEachNameThatAnyAgentHas() throws IOException {
        Map<String, Double> ordered = new LinkedHashMap<>();
        ordered.put("feePips", 3.0);
        ordered.put("UNKNOWN_ORDER", 1_234.0);
        AgentTables tables = tables(agent(0, 0, ordered), agent(1, 7, Map.of("late", 2.25)));
        assertThat(TableText.of(tables.rewards()))
                .containsExactly(
                        List.of("Agent", "Fee pips", "Unknown order", "Late"),
                        List.of("arb", "3", "1,234", "–"),
                        List.of("fund", "–", "–", "2.2500"));
        assertThat(TableText.of(tables.faults()).getLast()).containsExactly("fund", "–", "–", "2");
        assertThat(TableText.of(tables.refusals()))
                .containsExactly(
                        List.of("Agent", "Fee pips", "Unknown order", "Late", "Beyond its means, cut or not sent"),
                        List.of("arb", "3", "1,234", "–", "–"),
                        List.of("fund", "–", "–", "2", "7"));
    }

    @Test
    void aTableOfNoNamesHasNoRows() throws IOException {
        AgentTables tables = tables(agent(0, 0, Map.of()));
        assertThat(tables.rewards().isEmpty()).isTrue();
        assertThat(tables.refusals().isEmpty()).isTrue();
    }

    @Test
    void aHaltedAgentSaysSo() throws IOException {
        AgentTables tables = tables(agent(0, 0, Map.of()));
        assertThat(TableText.of(tables.results()).get(1).getFirst()).isEqualTo("arb arbitrage · halted");
        assertThat(TableText.of(new AgentTables(run()).results()).get(1).getFirst())
                .isEqualTo("arb arbitrage");
    }
}
