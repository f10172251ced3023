package catallaxy.scenarios.command;

import catallaxy.agents.risk.CandleReturns;
import catallaxy.agents.risk.ConditionalCoverage;
import catallaxy.agents.risk.RiskBacktest;
import catallaxy.agents.risk.RiskMethod;
import catallaxy.agents.risk.ShortfallTest;
import catallaxy.agents.risk.TailRisk;
import catallaxy.environment.market.world.candle.CandleReport;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forecasts for what comes after the last candle, and how such forecasts did before.
 *
 * @param returns between the candles
 * @param window  returns that a forecast rests on
 * @param rows    one for each method, horizon and level
 */
record RiskAnswer(CandleReport candles, CandleReturns returns, int window, List<Row> rows) implements Answer {
    /**
     * One method at one level and horizon.
     *
     * @param now    forecast from the last window
     * @param before the backtest
     */
    record Row(RiskMethod method, TailRisk now, RiskBacktest.Result before) {
        static Row of(RiskMethod method, RiskBacktest.Result result, double[] returns, int window) {
            double[] last = Arrays.copyOfRange(returns, returns.length - window, returns.length);
            TailRisk now =
                    method.model().fit(last).forecast(last, result.horizon()).tail(result.level());
            return new Row(method, now, result);
        }

        Map<String, ?> json() {
            ConditionalCoverage tests = before.coverage();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("method", nameOf(method));
            json.put("horizon", before.horizon());
            json.put("level", before.level());
            json.put("valueAtRisk", now.valueAtRisk());
            json.put("expectedShortfall", now.expectedShortfall());
            json.put("forecasts", tests.coverage().periods());
            json.put("exceedances", tests.coverage().exceedances());
            json.put("expectedExceedances", tests.coverage().periods() * (1 - before.level()));
            json.put("meanValueAtRisk", before.valueAtRisk());
            json.put("meanExpectedShortfall", before.shortfall());
            ShortfallTest shortfall = before.shortfallTest();
            json.put("shortfallRatio", shortfall.ratio());
            json.put("shortfallResidual", shortfall.residual());
            json.put("shortfallP", shortfall.pValue());
            why().ifPresent(reason -> json.put("noShortfallFigure", reason));
            json.put("kupiecP", tests.coverage().pValue());
            json.put("independenceP", tests.independence().pValue());
            json.put("conditionalCoverageP", tests.pValue());
            return json;
        }

        /** Why a figure of the shortfall is missing; empty if none is. */
        Optional<String> why() {
            ShortfallTest shortfall = before.shortfallTest();
            return Stream.of(shortfall.whyNoRatio(), shortfall.whyNoPValue())
                    .filter(reason -> !reason.isEmpty())
                    .findFirst();
        }
    }

    static String nameOf(RiskMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void print(PrintWriter out) {
        out.printf(
                "%s: %d candles, %d returns, %s to %s, %d gaps; window %d%n",
                candles.file(),
                candles.rows(),
                returns.values().length,
                candles.first(),
                candles.last(),
                candles.gaps().size(),
                window);
        out.printf(
                "%s; candles of %s%s%n%n",
                candles.reading().summary(), candles.period().text(), gapNote());
        TextTable table = TextTable.of(
                "method",
                "horizon",
                "level",
                "VaR",
                "ES",
                "forecasts",
                "exceeded",
                "expected",
                "loss/ES",
                "p ES",
                "p Kupiec",
                "p independence",
                "p both");
        rows.forEach(row -> add(table, row));
        table.print(out);
        out.printf(
                "%nVaR and ES: fractions of equity after the last candle. The rest: forecasts out of sample before it.%n");
        rows.forEach(row -> row.why()
                .ifPresent(reason -> out.printf(
                        "– in %s, horizon %d, level %s: %s%n",
                        nameOf(row.method()),
                        row.before().horizon(),
                        row.before().level(),
                        reason)));
    }

    private String gapNote() {
        if (returns.overGaps() == 0) {
            return "";
        }
        return returns.leftOut() > 0
                ? "; %d returns over gaps left out".formatted(returns.leftOut())
                : "; %d returns over gaps included, close to close (--leave-out-gaps leaves them out)"
                        .formatted(returns.overGaps());
    }

    private static void add(TextTable table, Row row) {
        ConditionalCoverage tests = row.before().coverage();
        long forecasts = tests.coverage().periods();
        table.row(
                nameOf(row.method()),
                row.before().horizon(),
                row.before().level(),
                figure("%.4f", row.now().valueAtRisk()),
                figure("%.4f", row.now().expectedShortfall()),
                forecasts,
                tests.coverage().exceedances(),
                figure("%.1f", forecasts * (1 - row.before().level())),
                figure("%.2f", row.before().shortfallTest().ratio()),
                figure("%.4f", row.before().shortfallTest().pValue()),
                figure("%.4f", tests.coverage().pValue()),
                figure("%.4f", tests.independence().pValue()),
                figure("%.4f", tests.pValue()));
    }

    private static String figure(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    @Override
    public Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", candles.file());
        json.put("candles", candles.rows());
        json.put("returns", returns.values().length);
        json.put("gaps", candles.gaps().size());
        json.put("returnsOverGaps", returns.overGaps());
        json.put("returnsLeftOut", returns.leftOut());
        json.put("period", candles.period().text());
        json.put("timeFormat", candles.reading().timeFormat());
        json.put("timeFormatDetected", candles.reading().detected());
        json.put("window", window);
        json.put("rows", rows.stream().map(Row::json).toList());
        return json;
    }
}
