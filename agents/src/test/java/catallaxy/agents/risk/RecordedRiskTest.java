package catallaxy.agents.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import catallaxy.environment.market.world.candle.CandleFormat;
import catallaxy.environment.market.world.candle.CandleReader;
import catallaxy.environment.market.world.candle.Column;
import catallaxy.environment.market.world.candle.CsvLayout;
import catallaxy.environment.market.world.candle.PriceColumns;
import catallaxy.environment.market.world.candle.TimeColumn;
import catallaxy.environment.market.world.candle.TimeFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The models out of sample on recorded daily and hourly bitcoin prices, where they are present. */
class RecordedRiskTest {
    private static final RiskBacktest DAILY = new RiskBacktest(500, 50, List.of(0.95, 0.99));

    private static double pValue(RiskModel model, double[] returns, int horizon, double level) {
        return new RiskBacktest(DAILY.window(), DAILY.refit(), List.of(level))
                .run(model, returns, horizon)
                .getFirst()
                .coverage()
                .pValue();
    }

    @ParameterizedTest
    @EnumSource(names = {"EWMA", "GARCH"})
    void filteredSimulationIsNotRejectedOnDailyReturns(RiskMethod method) {
        double[] returns = bitstamp();
        for (int horizon : new int[] {1, 5, 10}) {
            assertThat(DAILY.run(method.model(), returns, horizon))
                    .as("%s over %d", method, horizon)
                    .allMatch(result -> result.coverage().pValue() > 0.01);
        }
    }

    @Test
    void theNormalDistributionIsRejectedAt99PercentOnDailyAndHourlyReturns() {
        assertThat(pValue(RiskMethod.PARAMETRIC.model(), bitstamp(), 1, 0.99)).isLessThan(1e-4);
        assertThat(pValue(RiskMethod.PARAMETRIC.model(), coinbase(), 1, 0.99)).isLessThan(1e-4);
    }

    @ParameterizedTest
    @EnumSource
    void halfOfTheVolatilityIsRejected(RiskMethod method) {
        double[] returns = bitstamp();
        RiskModel half = RiskBacktestTest.halved(method.model());
        assertThat(pValue(half, returns, 1, 0.95)).as("%s", method).isLessThan(1e-4);
        assertThat(pValue(half, returns, 1, 0.99)).as("%s", method).isLessThan(1e-4);
    }

    /** Clustering of exceedances is what filtering takes away: the hourly statistic falls to less than half and an eighth. */
    @Test
    void filteringTakesAwayClusters() {
        double[] returns = coinbase();
        double plain = clustering(RiskMethod.HISTORICAL, returns);
        assertThat(plain).isGreaterThan(100);
        assertThat(clustering(RiskMethod.EWMA, returns)).isLessThan(plain / 2);
        assertThat(clustering(RiskMethod.GARCH, returns)).isLessThan(plain / 8);
    }

    private static double clustering(RiskMethod method, double[] returns) {
        return DAILY.run(method.model(), returns, 1)
                .getFirst()
                .coverage()
                .independence()
                .likelihoodRatio();
    }

    private static double[] bitstamp() {
        TimeColumn time = new TimeColumn(Column.at(1), TimeFormat.parse("iso", ZoneOffset.UTC));
        CandleFormat format = new CandleFormat(CsvLayout.COMMA, time, PriceColumns.prefixed("BTC:"), 0);
        return returns("bitstamp_btc_eth_ltc_usd_1d.csv", format);
    }

    private static double[] coinbase() {
        TimeColumn time = new TimeColumn(Column.named("date"), TimeFormat.parse("yyyy-MM-dd hh-a", ZoneOffset.UTC));
        PriceColumns prices = new PriceColumns(
                Column.named("open"), Column.named("high"), Column.named("low"), Column.named("close"), null);
        return returns(
                "coinbase_btcusd_1h_2017-2019.csv", new CandleFormat(new CsvLayout(',', 1, true), time, prices, 0));
    }

    private static double[] returns(String name, CandleFormat format) {
        Path file = Path.of(System.getProperty("catallaxy.root", "."), "..", "shared", "data", "ohlcv", name);
        assumeThat(Files.exists(file))
                .as("the recorded candles %s are not here", name)
                .isTrue();
        return CandleReturns.of(CandleReader.read(file, format).series()).values();
    }
}
