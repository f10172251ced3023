package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Remembered prices against a list of all that were there. */
final class PriceMemoryTest {
    private static final long LOOKBACK = 80 * SECOND;
    private static final List<Integer> POOLS = List.of(POOL_B, POOL_A);

    private final MarketEngine market =
            MarketEngine.of(new SmallMarket().priceB(1_900).engine(), 1);
    private final int trader = market.openParticipant("trader", SmallMarket.everywhere(1e8, 1e4));
    private final PriceMemory memory = PriceMemory.open(POOLS, LOOKBACK, market);

    /** Lets the market go on to the next sample, with a purchase on the way. */
    private void nextSample(PriceMemory each, RandomStream random) {
        int pool = POOLS.get(random.nextInt(2));
        Call swap =
                new Call.Swap(List.of(pool), USDC, SmallMarket.units(1_000 + random.nextInt(100_000), 6), UInt256.ONE);
        market.submit(trader, market.transaction(MAIN, swap, market.timeNanos() + 600 * SECOND));
        while (market.hasEventUntil(each.nextNanos())) {
            market.advance();
        }
        each.sample(market);
    }

    @Test
    void samplesAreAnEighthOfTheLookbackApart() {
        assertThat(memory.nextNanos()).isEqualTo(LOOKBACK / 8);
        memory.sample(market);
        memory.sample(market);
        assertThat(memory.nextNanos()).isEqualTo(3 * LOOKBACK / 8);
    }

    @Test
    void knowsNoChangeBeforeItIsFull() {
        RandomStream random = RandomStream.of(1, "test/memory");
        for (int i = 0; i < 8; i++) {
            nextSample(memory, random);
            assertThat(memory.change(market, POOL_A))
                    .as("after %d samples", i + 1)
                    .isZero();
        }
        nextSample(memory, random);
        assertThat(memory.change(market, POOL_A)).isPositive();
    }

    /** The price of nine samples ago, whatever the ring has been through. */
    @Test
    void theChangeIsSinceTheOldestOfNine() {
        RandomStream random = RandomStream.of(2, "test/memory");
        List<List<Double>> prices = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 40; i++) {
            nextSample(memory, random);
            for (int pool = 0; pool < POOLS.size(); pool++) {
                List<Double> known = prices.get(pool);
                known.add(market.price(POOLS.get(pool)));
                double expected = i < 8 ? 0 : known.getLast() / known.get(known.size() - 9) - 1;
                assertThat(memory.change(market, POOLS.get(pool)))
                        .as("sample %d of %d", i, pool)
                        .isEqualTo(expected);
            }
        }
        assertThat(prices.getFirst().getLast())
                .as("prices have moved")
                .isGreaterThan(prices.getFirst().getFirst());
    }

    private static byte[] bytes(PriceMemory memory) {
        StateWriter out = new StateWriter();
        memory.save(out);
        return out.toBytes();
    }

    @Test
    void aCopyAndARestoredMemoryAreIndependentAndGoOnTheSame() {
        RandomStream random = RandomStream.of(3, "test/memory");
        for (int i = 0; i < 25; i++) {
            byte[] before = bytes(memory);
            PriceMemory copy = memory.copy();
            StateReader in = new StateReader(before);
            PriceMemory loaded = PriceMemory.load(in, POOLS, LOOKBACK);
            in.end();
            nextSample(memory, random);
            assertThat(bytes(copy)).as("after %d", i).isEqualTo(before);
            copy.sample(market);
            loaded.sample(market);
            assertThat(bytes(copy)).as("after %d", i).isEqualTo(bytes(memory));
            assertThat(bytes(loaded)).as("after %d", i).isEqualTo(bytes(memory));
            assertThat(loaded.change(market, POOL_A)).isEqualTo(memory.change(market, POOL_A));
        }
    }

    @Test
    void pricesOfOtherVenuesAreCorrupt() {
        assertThatThrownBy(() -> PriceMemory.load(new StateReader(bytes(memory)), List.of(POOL_A), LOOKBACK))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("18 remembered prices, expected 9");
    }
}
