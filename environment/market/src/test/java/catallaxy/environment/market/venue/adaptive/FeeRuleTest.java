package catallaxy.environment.market.venue.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the fees of adaptive pools follow, against the formulas in floating numbers. */
final class FeeRuleTest {
    private static final long SECOND = 1_000_000_000L;
    private static final FeeBounds ALL = new FeeBounds(0, 1_000_000);
    private static final UInt256 BUCKET = UInt256.of(1_000);

    private static SeenSwap at(long seconds, int tick) {
        return new SeenSwap(seconds * SECOND, tick, true, UInt256.ONE, UInt256.ONE);
    }

    private static SeenSwap of(boolean sells, long quote) {
        return new SeenSwap(0, 0, sells, UInt256.ONE, UInt256.of(quote));
    }

    private static List<FeeRule> everyKind() {
        return List.of(
                VolatilityFee.of(ALL, 1_000, 12 * SECOND, 600 * SECOND),
                ToxicityFee.of(new FeeBounds(100, 10_000), BUCKET, 5),
                InventoryFee.of(new FeeBounds(100, 10_000), 3_000, 2_500, 600 * SECOND),
                new ControlledFee(new FeeBounds(100, 10_000), "pilot", 3_000, SteeredFee.Flow.NONE));
    }

    /** A long random walk of blocks, some with several swaps: the fee is near that of the mean over the moves between blocks. */
    @Test
    void volatilityIsThatOfMovesBetweenBlocksWhateverHappensWithinThem() {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.of(seed, "volatility fee");
            FeeRule rule =
                    VolatilityFee.of(ALL, 2_000, 12 * SECOND, 600 * SECOND).begun(500);
            double variance = 0;
            int tick = 500;
            int before = 500;
            long time = 0;
            long last = 0;
            for (int block = 0; block < 400; block++) {
                long next = time + 12L * (1 + random.nextInt(4));
                double known = variance;
                if (block > 0) {
                    variance = (variance * 600 + Math.pow(tick - before, 2)) / (600 + time - last);
                    known = variance * 600 / (600 + next - time);
                }
                double expected = 100 * 2 * Math.sqrt(known * 12);
                assertThat((double) rule.feePips(random.nextBoolean(0.5), next * SECOND))
                        .as("seed %d, block %d", seed, block)
                        .isCloseTo(expected, within(2 + 1e-4 * expected));
                before = block == 0 ? 500 : tick;
                last = time;
                time = next;
                int opening = rule.feePips(true, time * SECOND);
                for (int swaps = random.nextInt(3); swaps >= 0; swaps--) {
                    tick += random.nextInt(41) - 20;
                    rule = rule.after(at(time, tick));
                    assertThat(rule.feePips(false, time * SECOND)).isEqualTo(opening);
                }
            }
        }
    }

    @Test
    void withoutMovesTheVolatilityFeeFallsToItsLeast() {
        FeeRule rule = VolatilityFee.of(new FeeBounds(50, 7_000), 1_000, 12 * SECOND, 60 * SECOND)
                .begun(0)
                .after(at(12, 5_000))
                .after(at(24, 5_000));
        assertThat(rule.feePips(true, 24 * SECOND)).isEqualTo(7_000);
        assertThat(rule.feePips(true, 2_592_000 * SECOND)).isBetween(50, 2_000);
        for (int block = 3; block < 3_000; block++) {
            rule = rule.after(at(12L * block, 5_000));
        }
        assertThat(rule.feePips(true, 36_000 * SECOND)).isEqualTo(50);
    }

    @Test
    void theGreatestMovesThatThereAreDoNotOverflow() {
        FeeRule rule = VolatilityFee.of(ALL, 1_000_000, 86_400 * SECOND, SECOND).begun(-887_272);
        for (int block = 1; block < 50; block++) {
            rule = rule.after(at(block, block % 2 == 0 ? -887_272 : 887_272));
        }
        assertThat(rule.feePips(true, 50 * SECOND)).isEqualTo(1_000_000);
        FeeRule leaning = InventoryFee.of(ALL, 3_000, 10_000_000, SECOND).begun(-887_272);
        leaning = leaning.after(at(1, 887_272));
        assertThat(leaning.feePips(true, SECOND)).isZero();
        assertThat(leaning.feePips(false, SECOND)).isEqualTo(1_000_000);
    }

    /** Against buckets that are filled unit by unit. */
    @Test
    void toxicityIsTheImbalanceOfBucketsOfEqualVolume() {
        for (long seed = 0; seed < 40; seed++) {
            RandomStream random = RandomStream.of(seed, "toxicity fee");
            ToxicityFee rule = ToxicityFee.of(ALL, BUCKET, 5);
            List<Integer> full = new ArrayList<>();
            int bought = 0;
            int sold = 0;
            for (int swap = 0; swap < 60; swap++) {
                boolean sells = random.nextBoolean(0.6);
                int size = random.nextInt(swap % 20 == 0 ? 12_000 : 900);
                rule = rule.after(of(sells, size));
                for (int unit = 0; unit < size; unit++) {
                    bought += sells ? 0 : 1;
                    sold += sells ? 1 : 0;
                    if (bought + sold == 1_000) {
                        full.add(Math.abs(bought - sold) * 1_000);
                        bought = 0;
                        sold = 0;
                    }
                }
                List<Integer> latest = full.subList(Math.max(0, full.size() - 5), full.size());
                int mean = latest.isEmpty()
                        ? 0
                        : latest.stream().mapToInt(Integer::intValue).sum() / latest.size();
                assertThat(rule.toxicityPpm())
                        .as("seed %d, swap %d", seed, swap)
                        .isEqualTo(mean);
                assertThat(rule.feePips(sells, 0)).isEqualTo(mean);
                assertThat(rule.bought()).isEqualTo(UInt256.of(bought));
                assertThat(rule.sold()).isEqualTo(UInt256.of(sold));
            }
        }
    }

    @Test
    void balancedFlowPaysTheLeastAndOneSidedFlowTheMost() {
        FeeBounds bounds = new FeeBounds(500, 9_000);
        FeeRule balanced = ToxicityFee.of(bounds, BUCKET, 3);
        FeeRule oneSided = balanced;
        assertThat(balanced.feePips(true, 0)).isEqualTo(500);
        for (int i = 0; i < 20; i++) {
            balanced = balanced.after(of(i % 2 == 0, 500));
            oneSided = oneSided.after(of(true, 500));
        }
        assertThat(balanced.feePips(true, 0)).isEqualTo(500);
        assertThat(oneSided.feePips(true, 0)).isEqualTo(9_000);
    }

    @Test
    void aPoolThatHasSoldBaseAsksMoreOfBuyersAndLessOfSellers() {
        FeeBounds bounds = new FeeBounds(100, 10_000);
        FeeRule rule = InventoryFee.of(bounds, 3_000, 5_000, 600 * SECOND).begun(1_000);
        assertThat(rule.feePips(true, 0)).isEqualTo(3_000);
        FeeRule above = rule.after(at(0, 1_100));
        assertThat(above.feePips(false, 0)).isEqualTo(3_500);
        assertThat(above.feePips(true, 0)).isEqualTo(2_500);
        assertThat(above.feePips(false, 600 * SECOND)).isEqualTo(3_250);
        assertThat(rule.after(at(0, 0)).feePips(true, 0)).isEqualTo(8_000);
        assertThat(rule.after(at(0, 0)).feePips(false, 0)).isEqualTo(100);
    }

    @Test
    void aControlledFeeIsWhatWasSetAndSumsTheFlow() {
        SteeredFee rule = new ControlledFee(new FeeBounds(100, 10_000), "pilot", 3_000, SteeredFee.Flow.NONE);
        SteeredFee later = (SteeredFee) rule.set(4_200).after(new SeenSwap(5, 9, true, UInt256.of(7), UInt256.of(11)));
        later = (SteeredFee) later.after(new SeenSwap(5, 9, false, UInt256.of(2), UInt256.of(3)));
        assertThat(later.feePips(true, 99)).isEqualTo(4_200);
        assertThat(later.flow())
                .isEqualTo(new SteeredFee.Flow(UInt256.of(7), UInt256.of(2), UInt256.of(3), UInt256.of(11)));
        assertThatThrownBy(() -> rule.set(99)).hasMessageContaining("pips");
    }

    @Test
    void everyKindIsReadBackWithItsMemory() {
        assertThat(FeeRuleKinds.registered().names())
                .containsExactlyInAnyOrderElementsOf(
                        everyKind().stream().map(FeeRule::kind).toList());
        for (FeeRule fresh : everyKind()) {
            FeeRule rule = fresh.begun(77);
            RandomStream random = RandomStream.of(7, fresh.kind());
            for (int i = 1; i < 30; i++) {
                rule = rule.after(new SeenSwap(
                        i * SECOND,
                        random.nextInt(400),
                        random.nextBoolean(0.5),
                        UInt256.of(random.nextInt(900)),
                        UInt256.of(random.nextInt(900))));
            }
            StateWriter out = new StateWriter();
            FeeRuleKinds.save(rule, out);
            StateReader in = new StateReader(out.toBytes());
            assertThat(FeeRuleKinds.load(in)).isEqualTo(rule).isNotEqualTo(fresh);
            in.end();
        }
        StateWriter out = new StateWriter().text("no-such-fee");
        assertThatThrownBy(() -> FeeRuleKinds.load(new StateReader(out.toBytes())))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("fee rule of kind no-such-fee");
    }

    @Test
    void boundsAndSettingsAreChecked() {
        assertThatThrownBy(() -> new FeeBounds(500, 400)).hasMessageContaining("at least the lowest fee, 500");
        assertThatThrownBy(() -> new FeeBounds(0, 1_000_001)).hasMessageContaining("highPips");
        assertThatThrownBy(() -> InventoryFee.of(new FeeBounds(1, 2), 3, 0, SECOND))
                .hasMessageContaining("centrePips");
        assertThatThrownBy(() -> ToxicityFee.of(ALL, UInt256.ZERO, 3)).hasMessageContaining("bucketQuote");
    }
}
