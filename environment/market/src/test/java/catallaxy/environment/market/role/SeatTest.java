package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of a seat, its epochs, and what it counts from them. */
class SeatTest {
    private static final int TRADER = 0;
    private static final int PORTFOLIO = 1;

    private final SeatedMarket seated = new SeatedMarket(
            new SmallMarket()
                    .agent("trader", new RoleSpec.Trader(List.of(POOL_A), 50_000, 0.5), 20, 100_000, 50)
                    .agent(
                            "fund",
                            new RoleSpec.Portfolio(
                                    List.of(new RoleSpec.Sleeve(SmallMarket.MAIN, SmallMarket.ETH, POOL_A)),
                                    List.of(),
                                    1,
                                    0.05),
                            20,
                            100_000,
                            50)
                    .spec(),
            1);
    private final Seat seat = seated.seat(TRADER);

    private static byte[] bytes(Seat seat) {
        StateWriter out = new StateWriter();
        seat.save(out);
        return out.toBytes();
    }

    private Seat reloaded() {
        StateReader in = new StateReader(bytes(seat));
        Seat loaded = Seat.load(in, seated.roles.get(TRADER));
        in.end();
        return loaded;
    }

    @Test
    void theLeastLimitHoldsUntilItsSupervisorRaisesIt() {
        seat.limit(7, 0.5);
        seat.limit(3, 0.75);
        assertThat(seat.scale()).isEqualTo(0.5);
        seat.limit(7, 1);
        assertThat(seat.scale()).isEqualTo(0.75);
        seat.limit(3, 0);
        assertThat(seat.halted()).isTrue();
        seat.limit(7, 0.25);
        assertThat(seat.halted()).as("another's limit lifts no halt").isTrue();
        seat.limit(3, 1);
        assertThat(seat.scale()).isEqualTo(0.25);
        assertThat(seat.halted()).isFalse();
    }

    /** The scale alone would not say what holds when one supervisor raises its own. */
    @Test
    void eachLimitOutlivesSavingAndCopying() {
        seat.limit(7, 0.5);
        seat.limit(3, 0.75);
        for (Seat next : List.of(reloaded(), seat.copy())) {
            assertThat(next.scale()).isEqualTo(0.5);
            next.limit(7, 1);
            assertThat(next.scale()).isEqualTo(0.75);
        }
        assertThat(seat.scale()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void aLimitIsAShare(double share) {
        assertThatThrownBy(() -> seat.limit(2, share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scale: expected 0.0 to 1.0, found " + share);
        assertThat(seat.scale()).isEqualTo(1);
        seat.limit(3, 0.5);
        assertThat(seat.scale()).isEqualTo(0.5);
    }

    @Test
    void orderIdsAreNeverUsedTwice() {
        assertThat(seat.nextOrderId()).isZero();
        assertThat(seat.nextOrderId()).isEqualTo(1);
        Seat loaded = reloaded();
        Seat copy = seat.copy();
        assertThat(loaded.nextOrderId()).isEqualTo(2);
        assertThat(copy.nextOrderId()).isEqualTo(2);
        assertThat(seat.orderIds()).isEqualTo(2);
    }

    @Test
    void memoryOfACopyIsItsOwn() {
        Seat fund = seated.seat(PORTFOLIO);
        byte[] before = bytes(fund);
        Seat copy = fund.copy();
        for (int i = 0; i < copy.memory().length; i++) {
            copy.memory()[i] += 1;
        }
        for (int i = 0; i < copy.registers().length; i++) {
            copy.registers()[i] += 1;
        }
        assertThat(copy.memory().length + copy.registers().length).isPositive();
        assertThat(bytes(fund)).isEqualTo(before);
    }

    /** Buys for 10,000 in the pool: what it paid and lost shows until the epoch after it, and then counts from there. */
    @Test
    void countsFromTheLatestEpoch() {
        assertThat(seat.epoch()).isZero();
        assertThat(seat.initialEquity()).isCloseTo(600_000, within(1e-6));
        seated.runUntil(20 * SECOND, (agent, values) -> agent == TRADER ? new double[] {10_000} : SeatedMarket.NOTHING);
        assertThat(seat.epoch()).isEqualTo(1);
        assertThat(seat.epochNanos()).isEqualTo(20 * SECOND);
        assertThat(seat.costs(seated.market)).isZero();
        seated.runUntil(39 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        double paid = seated.market.totals(seat.participant()).feesPaidQuote()
                + seated.market.totals(seat.participant()).gasPaidQuote();
        double lost = seated.equity(TRADER) - seat.initialEquity();
        assertThat(paid).isGreaterThan(10);
        assertThat(lost).isLessThan(-paid);
        assertThat(seat.costs(seated.market)).isEqualTo(paid);
        assertThat(seat.equityChange(seated.market)).isEqualTo(lost);
        assertThat(reloaded().costs(seated.market)).isEqualTo(paid);
        assertThat(seat.copy().equityChange(seated.market)).isEqualTo(lost);
        seated.runUntil(40 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        assertThat(seat.epoch()).isEqualTo(2);
        assertThat(seat.costs(seated.market)).isZero();
        assertThat(seat.equityChange(seated.market)).isZero();
        assertThat(seat.epochEquity()).isCloseTo(seat.initialEquity() + lost, within(1e-6));
    }

    @Test
    void theSeatOfAnotherRoleIsRefused() {
        byte[] saved = bytes(seated.seat(PORTFOLIO));
        int numbers = seated.seat(PORTFOLIO).memory().length;
        int registers = seated.seat(PORTFOLIO).registers().length;
        assertThatThrownBy(() -> Seat.load(new StateReader(saved), seated.roles.get(TRADER)))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("seat of agent 1: " + numbers + " numbers and " + registers
                        + " registers do not fit the role trader");
    }
}
