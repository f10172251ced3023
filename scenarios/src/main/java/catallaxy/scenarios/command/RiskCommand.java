package catallaxy.scenarios.command;

import catallaxy.agents.risk.CandleReturns;
import catallaxy.agents.risk.RiskBacktest;
import catallaxy.agents.risk.RiskMethod;
import catallaxy.environment.market.world.candle.CandleFile;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.market.CandleInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catallaxy risk}: what would each method have said of recorded prices, and was it right? */
@Command(
        name = "risk",
        description = "Backtest value at risk and expected shortfall of recorded candles by every method.",
        footer = {
            "",
            "Example:",
            "  catallaxy risk bitcoin.csv time-column=date time-format=yyyy-MM-dd --horizon 1,10",
            "",
            "Forecasts are out of sample: each rests on the window before it. KEY is a key of candles in scenario files."
        })
final class RiskCommand extends AnsweringCommand {
    @Parameters(index = "0", paramLabel = "CANDLES", description = "A CSV file of candles, plain or gzip.")
    Path file;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY=VALUE", description = "How the file is laid out.")
    List<String> format = new ArrayList<>();

    @Option(
            names = "--level",
            split = ",",
            paramLabel = "ALPHA",
            description = "Levels, 0.5 to 0.9999 (default: 0.95,0.99).")
    List<Double> levels = List.of(0.95, 0.99);

    @Option(names = "--horizon", split = ",", paramLabel = "N", description = "Candles ahead (default: 1,5,10).")
    List<Integer> horizons = List.of(1, 5, 10);

    @Option(
            names = "--method",
            split = ",",
            paramLabel = "NAME",
            description = "historical, parametric, student, ewma, garch (default: all).")
    List<RiskMethod> methods = List.of(RiskMethod.values());

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "500",
            description = "Returns that a forecast rests on (default: 500).")
    int window;

    @Option(
            names = "--refit",
            paramLabel = "N",
            defaultValue = "50",
            description = "Candles between two fits of the parameters (default: 50).")
    int refit;

    @Option(
            names = "--leave-out-gaps",
            description =
                    "Leave out the returns over gaps between candles, such as weekends (default: close to close).")
    boolean leaveOutGaps;

    @Override
    Answer answer() {
        CandleFile read = CandleInput.read(file, settings());
        CandleReturns returns =
                leaveOutGaps ? CandleReturns.withoutGaps(read.series()) : CandleReturns.of(read.series());
        try {
            return new RiskAnswer(read.report(), returns, window, backtests(returns.values()));
        } catch (IllegalArgumentException refused) {
            throw UserError.usage(String.valueOf(refused.getMessage()));
        }
    }

    private List<RiskAnswer.Row> backtests(double[] returns) {
        RiskBacktest backtest = new RiskBacktest(window, refit, levels);
        List<RiskAnswer.Row> rows = new ArrayList<>();
        Progress progress = new Progress(progress(), "backtests", methods.size() * (long) horizons.size());
        for (RiskMethod method : methods) {
            for (int horizon : horizons) {
                progress.at(rows.size() / levels.size(), () -> RiskAnswer.nameOf(method));
                backtest.run(method.model(), returns, horizon)
                        .forEach(result -> rows.add(RiskAnswer.Row.of(method, result, returns, window)));
            }
        }
        progress.done();
        return rows;
    }

    private Map<String, String> settings() {
        return KeyValues.of(format.stream().map(RiskCommand::withoutSection).toList());
    }

    /** The setting with its key as scenario files have it in the section {@code candles}, whose name may stand before it. */
    private static String withoutSection(String setting) {
        return setting.startsWith("candles.") ? setting.substring("candles.".length()) : setting;
    }
}
