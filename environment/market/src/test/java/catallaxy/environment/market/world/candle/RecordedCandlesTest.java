package catallaxy.environment.market.world.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The recorded files of three vendors, where they are present. */
class RecordedCandlesTest {
    @Test
    void readsHourlyCandlesWithABannerNewestFirst() {
        CandleFormat format = new CandleFormat(
                new CsvLayout(',', 1, true),
                new TimeColumn(Column.named("date"), TimeFormat.parse("yyyy-MM-dd hh-a", ZoneOffset.UTC)),
                new PriceColumns(
                        Column.named("open"),
                        Column.named("high"),
                        Column.named("low"),
                        Column.named("close"),
                        Column.named("volume_btc")),
                0);
        CandleReport report = CandleReader.read(recorded("coinbase_btcusd_1h_2017-2019.csv"), format)
                .report();
        assertThat(report.rows()).isEqualTo(20_111);
        assertThat(report.order()).isEqualTo(RowOrder.DESCENDING);
        assertThat(report.misplacedLines()).hasSize(5).startsWith(16_901);
        assertThat(report.interval()).isEqualTo(Duration.ofHours(1));
        assertThat(report.first()).isEqualTo("2017-07-01T11:00:00Z");
        assertThat(report.last()).isEqualTo("2019-10-17T09:00:00Z");
        assertThat(report.gaps()).isEmpty();
        assertThat(report.duplicateLines()).isEmpty();
    }

    @Test
    void readsDailyCandlesOfSeveralAssetsWithBlanks() {
        Path file = recorded("bitstamp_btc_eth_ltc_usd_1d.csv");
        CandleReport btc = CandleReader.read(file, daily("BTC:")).report();
        assertThat(btc.rows()).isEqualTo(1_865);
        assertThat(btc.interval()).isEqualTo(Duration.ofDays(1));
        assertThat(btc.gaps())
                .containsExactly(new CandleReport.Gap(
                        Instant.parse("2019-03-20T00:00:00Z"), Instant.parse("2019-04-01T00:00:00Z"), 12));
        CandleReport eth = CandleReader.read(file, daily("ETH:")).report();
        assertThat(eth.first()).isEqualTo("2017-11-09T00:00:00Z");
        assertThat(eth.rows() + eth.blankRows()).isEqualTo(1_865);
        assertThat(CandleReader.read(file, daily("LTC:")).report().blankRows()).isPositive();
    }

    private static CandleFormat daily(String prefix) {
        TimeColumn time = new TimeColumn(Column.at(1), TimeFormat.parse("iso", ZoneOffset.UTC));
        return new CandleFormat(CsvLayout.COMMA, time, PriceColumns.prefixed(prefix), 0);
    }

    @Test
    void readsMinuteCandlesMarkedByTheirLastMillisecond() {
        TimeColumn time = new TimeColumn(
                Column.named("close_datetime"), TimeFormat.parse("iso", ZoneOffset.UTC), TimeMark.LAST_MILLISECOND, 0);
        CandleFormat format = new CandleFormat(CsvLayout.COMMA, time, PriceColumns.prefixed(""), 0);
        CandleFile file = CandleReader.read(recorded("binance_btcusdt_1m_2024-12.csv.gz"), format);
        assertThat(file.report().rows()).isEqualTo(41_761);
        assertThat(file.report().interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(file.report().first()).isEqualTo("2024-11-30T23:00:00Z");
        assertThat(file.report().gaps()).isEmpty();
        CandleSeries series = file.series();
        assertThat(IntStream.range(0, series.size()).allMatch(i -> series.openTime(i) % 60_000_000_000L == 0))
                .isTrue();
        assertThat(Instant.EPOCH.plusNanos(series.endTime())).isEqualTo("2024-12-29T23:01:00Z");
    }

    private static Path recorded(String name) {
        Path file = Path.of(System.getProperty("catallaxy.root", "."), "..", "shared", "data", "ohlcv", name);
        assumeThat(Files.exists(file))
                .as("the recorded candles %s are not here", name)
                .isTrue();
        return file;
    }
}
