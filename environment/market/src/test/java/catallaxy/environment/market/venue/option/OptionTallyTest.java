package catallaxy.environment.market.venue.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Positions of many, against a recount; and that what is committed pays them all, in whatever order they come. */
final class OptionTallyTest {
    private static final int ACCOUNTS = 6;

    private final RandomStream random = RandomStream.of(5, "test/tallies");

    private OptionSeries series() {
        OptionRight right = random.nextBoolean(0.5) ? OptionRight.CALL : OptionRight.PUT;
        return new OptionSeries(right, UInt256.of(random(2_000)), UInt256.of(1_000), 1);
    }

    private long random(long most) {
        return 1 + (long) (most * random.nextDouble());
    }

    private OptionTally traded(OptionSeries series) {
        OptionTally tally = OptionTally.NONE;
        for (int i = 0; i < 40; i++) {
            int account = (int) random(ACCOUNTS);
            Int256 position = random.nextBoolean(0.2) ? Int256.ZERO : Int256.of(random(20_000) - 10_000);
            tally = tally.with(series, account, position);
        }
        return tally;
    }

    @Test
    void sumsAreThoseOfARecount() {
        for (int round = 0; round < 200; round++) {
            OptionSeries series = series();
            OptionTally tally = traded(series);
            long bought = 0;
            long written = 0;
            UInt256 posted = UInt256.ZERO;
            for (int account = 0; account <= ACCOUNTS; account++) {
                long position = tally.position(account).longValueExact();
                bought += Math.max(0, position);
                written += Math.max(0, -position);
                posted = posted.plusExact(series.collateral(UInt256.of(Math.max(0, -position))));
            }
            assertThat(tally.bought()).isEqualTo(UInt256.of(bought));
            assertThat(tally.written()).isEqualTo(UInt256.of(written));
            assertThat(tally.posted()).isEqualTo(posted);
            assertThat(tally.positions().values()).noneMatch(Int256::isZero);
        }
    }

    @Test
    void whatIsCommittedPaysEverybody() {
        for (int round = 0; round < 500; round++) {
            OptionSeries series = series();
            OptionTally tally = traded(series);
            UInt256 left = tally.committed(series);
            tally = tally.settledAt(UInt256.of(random(4_000)));
            assertThat(tally.committed(series)).as("no more than before").isLessThanOrEqualTo(left);
            left = tally.committed(series);
            List<Integer> accounts = new ArrayList<>(tally.positions().keySet());
            while (!accounts.isEmpty()) {
                int index = (int) (accounts.size() * random.nextDouble());
                int account = accounts.get(index);
                accounts.subList(index, index + 1).clear();
                left = left.minusExact(OptionContract.due(series, tally, account));
                tally = tally.with(series, account, Int256.ZERO);
                assertThat(tally.committed(series)).isLessThanOrEqualTo(left);
            }
            assertThat(tally.committed(series)).isEqualTo(UInt256.ZERO);
        }
    }

    @Test
    void isReadBackAsItWas() {
        OptionSeries series = series();
        OptionTally tally = traded(series).settledAt(UInt256.of(77));
        StateWriter out = new StateWriter();
        tally.save(out);
        assertThat(OptionTally.load(series, new StateReader(out.toBytes()))).isEqualTo(tally);
        StateReader cut = new StateReader(new StateWriter().int32(9).toBytes());
        assertThatThrownBy(() -> OptionTally.load(series, cut)).isInstanceOf(CorruptStateException.class);
    }
}
