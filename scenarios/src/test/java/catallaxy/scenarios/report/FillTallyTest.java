package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class FillTallyTest {
    private static Fill fill(boolean buy, double price, double notional, double worldPrice) {
        return new Fill(1, "a", "v", buy, "ETH", "USDC", notional / price, price, notional, 1, 2, true, worldPrice);
    }

    private static FillTally tally(List<Fill> fills) {
        FillTally tally = new FillTally();
        fills.forEach(tally::add);
        return tally;
    }

    @Test
    void ofNothingThereIsNoEdge() {
        assertThat(new FillTally().edgeBps()).isNaN();
        assertThat(new FillTally().volume()).isZero();
        assertThat(new FillTally().cumulativeVolume().isEmpty()).isTrue();
    }

    /** Buying at 100 what is worth 101 and selling at 102 is better by 1 each; at the world's price, by 0. */
    @Test
    void theEdgeIsWeightedByVolume() {
        assertThat(tally(List.of(fill(true, 100, 300, 101))).edgeBps()).isCloseTo(100, within(1e-9));
        assertThat(tally(List.of(fill(false, 100, 300, 101))).edgeBps()).isCloseTo(-100, within(1e-9));
        List<Fill> two = List.of(fill(true, 100, 300, 101), fill(true, 100, 100, 100));
        assertThat(tally(two).edgeBps()).isCloseTo(75, within(1e-9));
    }

    @Test
    void totalsAreSumsOfWhatIsKnown() {
        for (long seed = 1; seed <= 30; seed++) {
            List<Fill> fills = fills(new Random(seed));
            FillTally tally = tally(fills);
            assertThat(tally.fills()).as("seed %d", seed).isEqualTo(fills.size());
            assertThat(tally.buys()).as("seed %d", seed).isEqualTo(count(fills, true));
            assertThat(tally.fills() - tally.buys()).as("seed %d", seed).isEqualTo(count(fills, false));
            assertThat(tally.makers())
                    .as("seed %d", seed)
                    .isEqualTo(fills.stream().filter(Fill::maker).count());
            assertThat(tally.volume()).as("seed %d", seed).isCloseTo(sum(fills, Fill::notional), within(1e-9));
            assertThat(tally.fees()).as("seed %d", seed).isCloseTo(sum(fills, Fill::fee), within(1e-9));
            assertThat(tally.gas()).as("seed %d", seed).isCloseTo(sum(fills, Fill::gas), within(1e-9));
            assertThat(tally.cumulativeVolume().lastValue()).as("seed %d", seed).isEqualTo(tally.volume());
            long width = tally.perInterval().widthSeconds();
            assertThat(tally.perInterval().counts(width).stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(fills.size());
        }
    }

    private static List<Fill> fills(Random random) {
        List<Fill> fills = new ArrayList<>();
        double seconds = 0;
        for (int i = 0; i < 200; i++) {
            seconds += random.nextDouble();
            fills.add(new Fill(
                    seconds,
                    "a",
                    "v",
                    random.nextBoolean(),
                    "ETH",
                    "USDC",
                    1,
                    100,
                    known(random),
                    known(random),
                    known(random),
                    random.nextBoolean(),
                    known(random)));
        }
        return fills;
    }

    private static double known(Random random) {
        return random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();
    }

    private static long count(List<Fill> fills, boolean buy) {
        return fills.stream().filter(fill -> fill.buy() == buy).count();
    }

    private static double sum(List<Fill> fills, ToDoubleFunction<Fill> figure) {
        return fills.stream().mapToDouble(figure).filter(Double::isFinite).sum();
    }
}
