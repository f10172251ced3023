package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures that the report computes itself, against hand-made files whose answers are known. */
final class ReportFiguresTest {

    @TempDir
    private Path work;

    @Test
    void drawdownIsMeasuredFromTheRunningPeak() throws IOException {
        Path file = Files.writeString(work.resolve("equity.csv"), """
                timeSeconds,agent,equity,drawdown
                0,a,100,
                60,a,120,
                120,a,90,
                180,a,130,
                240,a,117,
                """);
        EquityHistory history =
                EquityHistory.read(file, note -> {}).values().iterator().next();
        assertThat(history.deepest()).isEqualTo(new EquityHistory.Drawdown(0.25, 60, 120));
        assertThat(history.drawdown().lastValue()).isEqualTo(0.1);
    }

    @Test
    void edgeIsPositiveForBuyingBelowAndSellingAboveTheWorldPrice() throws IOException {
        FillHistory fills = fills("""
                1,a,v,buy,ETH,USDC,1,100,100,0.1,0.5,maker,order 1
                2,a,v,sell,ETH,USDC,1,102,102,0.1,,taker,order 2
                3,a,w,sell,NEW,USDC,2,100,200,0.2,0,pool,mainnet 1
                4,other,v,buy,ETH,USDC,1,111.1,111.1,0,0,taker,order 3
                """);
        FillTally tally = fills.tallies().values().iterator().next();
        assertThat(tally.edgeBps()).isCloseTo(1e4 * 2 / 202, within(1e-9));
        assertThat(tally.volume()).isEqualTo(402);
        assertThat(tally.gas()).isEqualTo(0.5);
        assertThat(tally.makers()).isEqualTo(1);
        assertThat(fills.background().edgeBps()).isCloseTo(-1e4 * 10.1 / 111.1, within(1e-9));
        assertThat(fills.market("v")).isEqualTo("ETH/USDC");
    }

    @Test
    void otherQuoteAssetsAreConvertedAtTheWorldPrice() throws IOException {
        FillTally tally = fills("2,a,v,buy,BTC,ETH,1,20,20,0.5,7,pool,x\n")
                .tallies()
                .values()
                .iterator()
                .next();
        assertThat(tally.volume()).isEqualTo(20 * 101);
        assertThat(tally.fees()).isEqualTo(0.5 * 101);
        assertThat(tally.gas()).isEqualTo(7);
        assertThat(tally.edgeBps()).isNaN();
    }

    private FillHistory fills(String rows) throws IOException {
        String header = "timeSeconds,agent,venue,side,base,quote,quantity,price,notional,fee,gas,liquidity,reference\n";
        Path trades = Files.writeString(work.resolve("trades.csv"), header + rows);
        Path metrics =
                Files.writeString(work.resolve("metrics.jsonl"), "{\"timeSeconds\":0,\"world/ETH/price\":101}\n");
        var world = new WorldPrices(Metrics.read(metrics, note -> {}), "USDC");
        return FillHistory.read(trades, Set.of("a"), world, note -> {});
    }

    @Test
    void histogramWidensWithoutLosingEvents() {
        var histogram = new TimeHistogram();
        for (int second = 0; second < 86_400; second += 7) {
            histogram.add(second);
        }
        assertThat(histogram.widthSeconds()).isEqualTo(900);
        assertThat(histogram.counts(900).stream().mapToLong(Long::longValue).sum())
                .isEqualTo((86_400 + 6) / 7);
        histogram.add(-1);
        histogram.add(Double.NaN);
        histogram.add(1e300);
        assertThat(histogram.counts(3_600).stream().mapToLong(Long::longValue).sum())
                .isEqualTo((86_400 + 6) / 7);
    }

    @Test
    void representativesKeepTheHeaviestOverTheWholeTime() {
        var few = new Representatives<Integer>(50);
        for (int i = 0; i < 100_000; i++) {
            few.add(i, i == 31_415 ? 9 : i % 3, i);
        }
        assertThat(few.added()).isEqualTo(100_000);
        assertThat(few.values()).hasSizeLessThanOrEqualTo(100).contains(31_415);
    }

    @Test
    void regimesAreJoinedIntoStretches() throws IOException {
        Path file = Files.writeString(work.resolve("metrics.jsonl"), """
                {"timeSeconds":0,"world/regime":"calm","world/ETH/price":1,"unknown":{"a":[1]},"bad":null}
                {"timeSeconds":60,"world/regime":"calm","world/ETH/price":NaN}
                {"timeSeconds":120,"world/regime":"wild"}
                {"timeSeconds":180,"world/regime":"wild","world/ETH/price":3}
                """);
        var notes = new ArrayList<String>();
        Metrics metrics = Metrics.read(file, notes::add);
        assertThat(notes).isEmpty();
        assertThat(metrics.regimes())
                .containsExactly(new Metrics.Regime(0, 120, "calm"), new Metrics.Regime(120, 180, "wild"));
        assertThat(metrics.series("world/ETH/price").size()).isEqualTo(2);
    }

    @Test
    void numbersAreReadable() {
        assertThat(FigureText.money(-1234567.891)).isEqualTo("−1,234,567.89");
        assertThat(FigureText.money(-0.001)).isEqualTo("0.00");
        assertThat(FigureText.signedMoney(12)).isEqualTo("+12.00");
        assertThat(FigureText.count(Double.NaN)).isEqualTo("–");
        assertThat(FigureText.percent(0.12345)).isEqualTo("12.35 %");
        assertThat(FigureText.time(2 * 86_400 + 3_661)).isEqualTo("2 d 01:01:01");
        assertThat(FigureText.duration(86_400)).isEqualTo("1 day");
        assertThat(FigureText.duration(5_400)).isEqualTo("1.5 hours");
        assertThat(FigureText.plain(0.000123)).isEqualTo("0.00012300");
    }
}
