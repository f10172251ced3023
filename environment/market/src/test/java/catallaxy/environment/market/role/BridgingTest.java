package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.ROLLUP;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One step between two chains and an exchange: what is sent, where it arrives, and what it costs. */
class BridgingTest {
    private static final double CASH = 100_000;

    private final SmallMarket small =
            new SmallMarket().agent("trader", new RoleSpec.Trader(List.of(POOL_A), 1, 1), 10, CASH, 50);
    private final SeatedMarket seated = new SeatedMarket(small.spec(), 1);
    private final Bridging bridging = new Bridging(small.engine(), List.of(0));

    private boolean move(int from, int to, int asset, double amount) {
        return bridging.move(seated.market, seated.gateway(0), from, to, asset, amount);
    }

    private double free(int place, int asset) {
        return seated.market.holding(seated.seat(0).participant(), place, asset);
    }

    private void run(long seconds) {
        seated.runUntil(seconds * SECOND, (agent, values) -> SeatedMarket.NOTHING);
    }

    /** The bridge keeps 100 pips and takes 120 seconds. */
    @Test
    void aBridgeGoesBothWays() {
        assertThat(move(MAIN, ROLLUP, USDC, 10_000)).isTrue();
        run(13);
        assertThat(free(MAIN, USDC)).isEqualTo(CASH - 10_000);
        assertThat(free(ROLLUP, USDC)).isEqualTo(CASH);
        run(140);
        assertThat(free(ROLLUP, USDC)).isCloseTo(CASH + 9_999, within(1e-6));
        assertThat(move(ROLLUP, MAIN, USDC, 50)).isTrue();
        run(300);
        assertThat(free(MAIN, USDC)).isCloseTo(CASH - 10_000 + 49.995, within(1e-6));
    }

    @Test
    void anExchangeIsReachedFromBothChainsAndLeftForBoth() {
        assertThat(move(ROLLUP, EXCHANGE, USDC, 1_000)).isTrue();
        assertThat(move(EXCHANGE, MAIN, ETH, 7)).isTrue();
        double gas = free(MAIN, ETH);
        run(200);
        assertThat(free(ROLLUP, USDC)).isEqualTo(CASH - 1_000);
        assertThat(free(EXCHANGE, USDC)).isEqualTo(CASH + 1_000);
        assertThat(free(EXCHANGE, ETH)).isEqualTo(43);
        assertThat(free(MAIN, ETH)).as("a withdrawal costs no gas").isEqualTo(gas + 7);
    }

    @Test
    void nothingAndLessThanABaseUnitAreNotSent() {
        for (double amount : new double[] {0, -5, Double.NaN, 0.4e-6}) {
            assertThat(move(EXCHANGE, MAIN, USDC, amount)).as("%s", amount).isFalse();
            assertThat(move(MAIN, ROLLUP, USDC, amount)).as("%s", amount).isFalse();
        }
        run(30);
        assertThat(seated.market.totals(seated.seat(0).participant()).rejected())
                .isZero();
        assertThat(seated.market.totals(seated.seat(0).participant()).gasPaidQuote())
                .isZero();
        assertThat(move(EXCHANGE, MAIN, USDC, 1.5e-6)).isTrue();
    }

    @Test
    void withoutABridgeOnlyTheExchangeConnects() {
        Bridging none = new Bridging(small.engine(), List.of());
        for (int chain : new int[] {MAIN, ROLLUP}) {
            assertThat(none.connects(chain, EXCHANGE, USDC)).isTrue();
            assertThat(none.connects(EXCHANGE, chain, USDC)).isTrue();
            assertThat(none.connects(chain, 1 - chain, USDC)).isFalse();
            assertThat(bridging.connects(chain, 1 - chain, ETH)).isTrue();
            assertThat(bridging.connects(chain, chain, USDC)).as("to itself").isFalse();
        }
        assertThat(bridging.connects(EXCHANGE, EXCHANGE, USDC)).as("to itself").isFalse();
        assertThat(none.move(seated.market, seated.gateway(0), MAIN, ROLLUP, USDC, 10))
                .isFalse();
    }

    @Test
    void anAssetThatTheBridgeDoesNotCarryStays() {
        int other = ETH + 1;
        assertThat(bridging.connects(MAIN, ROLLUP, other)).isFalse();
    }
}
