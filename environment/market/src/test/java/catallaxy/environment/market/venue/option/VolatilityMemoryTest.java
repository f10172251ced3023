package catallaxy.environment.market.venue.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import org.junit.jupiter.api.Test;

/** The volatility of a price that is looked at now and then. */
final class VolatilityMemoryTest {
    private static final long HOUR = 3_600_000_000_000L;
    private static final double YEAR_HOURS = 365 * 24;

    @Test
    void findsTheVolatilityOfADiffusionSeenAtAnyTimes() {
        RandomStream random = RandomStream.of(1, "test/memory");
        VolatilityMemory memory = VolatilityMemory.of(3);
        double price = 2000;
        long now = 0;
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < 40_000; i++) {
            double hours = 0.01 + 2 * random.nextDouble();
            double deviation = 0.8 * StrictMath.sqrt(hours / YEAR_HOURS);
            price *= StrictMath.exp(deviation * random.nextGaussian());
            now += Math.round(hours * HOUR);
            memory = memory.seen(price, now, 50.0 * HOUR);
            sum += i < 1000 ? 0 : memory.variance();
            counted += i < 1000 ? 0 : 1;
        }
        assertThat(StrictMath.sqrt(sum / counted)).isCloseTo(0.8, within(0.02));
    }

    @Test
    void aMoveLosesHalfOfItsWeightInTheHalfLife() {
        VolatilityMemory memory = VolatilityMemory.of(1).seen(100, HOUR, HOUR);
        assertThat(memory.variance()).as("the first price is no move").isEqualTo(1);
        assertThat(memory.seen(100, 2 * HOUR, HOUR).variance()).isEqualTo(0.5);
        assertThat(memory.seen(100, 4 * HOUR, HOUR).variance()).isEqualTo(0.125);
        double moved = memory.seen(101, 2 * HOUR, HOUR).variance();
        assertThat(moved).isCloseTo(0.5 + 0.5 * StrictMath.pow(StrictMath.log(1.01), 2) * YEAR_HOURS, within(1e-12));
    }

    @Test
    void whatIsNoNewPriceChangesNothing() {
        VolatilityMemory memory = VolatilityMemory.of(0.5).seen(100, HOUR, HOUR);
        assertThat(memory.seen(0, 2 * HOUR, HOUR)).isEqualTo(memory);
        assertThat(memory.seen(Double.NaN, 2 * HOUR, HOUR)).isEqualTo(memory);
        assertThat(memory.seen(200, HOUR, HOUR)).as("at the same time").isEqualTo(memory);
        assertThat(memory.seen(200, 2 * HOUR, 0)).as("one that stays").isEqualTo(memory);
    }

    @Test
    void isReadBackAsItWas() {
        VolatilityMemory memory = VolatilityMemory.of(0.5).seen(100, HOUR, HOUR);
        StateWriter out = new StateWriter();
        memory.save(out);
        assertThat(VolatilityMemory.load(new StateReader(out.toBytes()))).isEqualTo(memory);
    }
}
