package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.AgentExecution;
import catallaxy.scenarios.folder.AgentPerformance;
import catallaxy.scenarios.folder.AgentTotals;
import catallaxy.scenarios.folder.RecordFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The tables of one run on its agents' profits: where they came from, how they traded, how their equity went. */
final class ProfitTables {
    private static final Map<String, Term> PARTS = Map.ofEntries(
            Map.entry("spread", Term.SPREAD_EARNED),
            Map.entry("adverseSelection", Term.ADVERSE_SELECTION),
            Map.entry("inventory", Term.HELD),
            Map.entry("arbitrage", Term.ARBITRAGE),
            Map.entry("lpFees", Term.LP_FEES),
            Map.entry("lossVersusRebalancing", Term.LOSS_VERSUS_REBALANCING),
            Map.entry("claims", Term.CLAIMS),
            Map.entry("mevLost", Term.MEV_LOST),
            Map.entry("fees", Term.FEES),
            Map.entry("bridgeFees", Term.BRIDGE_FEES),
            Map.entry("gas", Term.GAS),
            Map.entry("transfers", Term.TRANSFERS));

    private final List<AgentTotals> agents;

    ProfitTables(RunFolder run) {
        this.agents = run.summary().agents();
    }

    /** The figure that a part of the profit is. */
    static Term term(String part) {
        return Objects.requireNonNull(PARTS.get(part), part);
    }

    /** Parts that are nothing for all agents are left out. */
    Table parts() {
        List<String> shown = AttributionHistory.PARTS.stream()
                .filter(part -> agents.stream().anyMatch(agent -> isKnown(amount(agent, part))))
                .toList();
        Table table = new Table().text("Agent").number(Term.PNL);
        shown.forEach(part -> table.number(term(part)));
        for (AgentTotals agent : shown.isEmpty() ? List.<AgentTotals>of() : agents) {
            double profit = agent.worth().pnl();
            table.row().cell(agent.id()).signed(FigureText.signedMoney(profit), profit);
            for (String part : shown) {
                table.signed(FigureText.signedMoney(amount(agent, part)), amount(agent, part));
            }
        }
        return table;
    }

    private static boolean isKnown(double amount) {
        return amount != 0 && Double.isFinite(amount);
    }

    private static double amount(AgentTotals agent, String part) {
        return RecordFields.of(agent.attribution()).get(part) instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
    }

    /** A row for each agent and kind of fill. */
    Table marksOut() {
        Set<Double> seconds = new LinkedHashSet<>();
        agents.forEach(agent -> agent.execution().marksOut().forEach(each -> seconds.add(each.seconds())));
        Table table = new Table().text("Agent").text("Fills as").number(Term.FILLS);
        seconds.forEach(each -> table.number(Term.MARK_OUT, " " + FigureText.plain(each) + " s"));
        table.number(Term.QUOTED_SPREAD).number(Term.EFFECTIVE_SPREAD).number(Term.REALISED_SPREAD);
        for (AgentTotals agent : agents) {
            agent.execution().spreads().forEach(spread -> marksOut(table, agent, spread, seconds));
        }
        return table;
    }

    private static void marksOut(
            Table table, AgentTotals agent, AgentExecution.SpreadOfFills spread, Set<Double> seconds) {
        table.row().cell(agent.id()).cell(spread.liquidity()).cell(FigureText.count(spread.fills()));
        for (double each : seconds) {
            double bps = agent.execution().marksOut().stream()
                    .filter(mark -> mark.liquidity().equals(spread.liquidity()) && mark.seconds() == each)
                    .mapToDouble(AgentExecution.MarkOut::weightedBps)
                    .findFirst()
                    .orElse(Double.NaN);
            table.signed(FigureText.decimals(bps, 2), bps);
        }
        table.cell(FigureText.decimals(spread.quotedBps(), 2))
                .cell(FigureText.decimals(spread.effectiveBps(), 2))
                .cell(FigureText.decimals(spread.realisedBps(), 2));
    }

    Table quoting() {
        Table table = new Table()
                .text("Agent")
                .number(Term.ORDERS_RESTED)
                .number(Term.ORDER_FILL_RATIO)
                .number(Term.QUANTITY_FILL_RATIO)
                .number(Term.TWO_SIDED)
                .number(Term.AHEAD)
                .number(Term.TURNOVER)
                .number(Term.EXPOSURE)
                .number(Term.MAX_EXPOSURE)
                .text("Half-life of inventories");
        for (AgentTotals agent : agents) {
            AgentExecution execution = agent.execution();
            AgentExecution.Quoting quoting = execution.quoting();
            table.row()
                    .cell(agent.id())
                    .cell(FigureText.count(quoting.ordersRested()))
                    .cell(FigureText.percent(quoting.orderFillRatio()))
                    .cell(FigureText.percent(quoting.quantityFillRatio()))
                    .cell(FigureText.percent(quoting.twoSidedShare()))
                    .cell(
                            FigureText.money(quoting.aheadAtPlacement()),
                            "filled: " + FigureText.money(quoting.aheadOfFilled()))
                    .cell(FigureText.significant(execution.turnover(), 4))
                    .cell(FigureText.percent(execution.exposureMean()))
                    .cell(FigureText.percent(execution.exposureMax()))
                    .cell(halfLives(execution));
        }
        return table;
    }

    private static String halfLives(AgentExecution execution) {
        List<String> each = execution.inventories().stream()
                .map(one -> one.asset() + " " + FigureText.duration(one.seconds()))
                .toList();
        return FigureText.text(String.join(", ", each));
    }

    /** A row for each measure, a column for each agent. */
    Table performance() {
        Table table = new Table().text("Measure");
        agents.forEach(agent -> table.number(agent.id()));
        for (Measure measure : MEASURES) {
            table.row().cell(measure.term().title(), measure.term().definition());
            agents.forEach(agent -> table.cell(measure.text().apply(agent.performance())));
        }
        return agents.isEmpty() ? new Table() : table;
    }

    /** A measure, and how it is written. */
    private record Measure(Term term, Function<AgentPerformance, String> text) {}

    /** The measures in their order. */
    private static final List<Measure> MEASURES = List.of(
            new Measure(
                    Term.VOLATILITY, each -> FigureText.percent(each.returns().volatility())),
            new Measure(
                    Term.VOLATILITY_ANNUALISED,
                    each -> FigureText.percent(each.returns().volatilityAnnualised())),
            new Measure(
                    Term.SORTINO, each -> FigureText.significant(each.returns().sortino(), 4)),
            new Measure(
                    Term.CAGR, each -> FigureText.signedPercent(each.returns().cagr())),
            new Measure(
                    Term.CALMAR, each -> FigureText.significant(each.returns().calmar(), 4)),
            new Measure(Term.WIN_RATE, each -> FigureText.percent(each.returns().winRate())),
            new Measure(
                    Term.PROFIT_FACTOR,
                    each -> FigureText.significant(each.returns().profitFactor(), 4)),
            new Measure(
                    Term.PAYOFF_RATIO,
                    each -> FigureText.significant(each.returns().payoffRatio(), 4)),
            new Measure(
                    Term.SKEWNESS, each -> FigureText.significant(each.tails().skewness(), 4)),
            new Measure(
                    Term.EXCESS_KURTOSIS,
                    each -> FigureText.significant(each.tails().excessKurtosis(), 4)),
            new Measure(
                    Term.VALUE_AT_RISK, each -> FigureText.percent(each.tails().valueAtRisk95())),
            new Measure(
                    Term.EXPECTED_SHORTFALL,
                    each -> FigureText.percent(each.tails().expectedShortfall95())),
            new Measure(
                    Term.TAIL_RATIO, each -> FigureText.significant(each.tails().tailRatio(), 4)),
            new Measure(
                    Term.ULCER_INDEX, each -> FigureText.percent(each.water().ulcerIndex())),
            new Measure(
                    Term.RECOVERY_FACTOR,
                    each -> FigureText.significant(each.water().recoveryFactor(), 4)),
            new Measure(
                    Term.UNDER_WATER, each -> FigureText.percent(each.water().underWaterShare())),
            new Measure(Term.LONGEST_UNDER_WATER, each -> longest(each.water())));

    private static String longest(AgentPerformance.Water water) {
        boolean known = Double.isFinite(water.longestUnderWaterFromSeconds());
        return known
                ? FigureText.time(water.longestUnderWaterFromSeconds()) + " → "
                        + FigureText.time(water.longestUnderWaterToSeconds())
                : FigureText.text("");
    }
}
