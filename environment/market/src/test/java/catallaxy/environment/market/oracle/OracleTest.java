package catallaxy.environment.market.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.CumulativePrice;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.venue.uniswapv2.V2Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What oracles tell of a market in which a whale moves a pool while the world stands still. */
final class OracleTest {
    private static final int CHAIN = TestMarket.MAINNET;
    private static final int ETH = TestMarket.ETH;
    private static final int BTC = TestMarket.BTC;
    private static final int USDC = TestMarket.USDC;
    private static final long SECOND = 1_000_000_000L;
    private static final long WINDOW = 600;

    private final MarketEngine market = MarketEngine.of(TestMarket.spec(), 1);
    private final int whale =
            market.openParticipant("whale", List.of(new Endowment(CHAIN, ETH, TestMarket.units(ETH, "100000"))));

    private static OracleSpec spec(OracleKind kind) {
        return new OracleSpec(kind, CHAIN, List.of(ETH, BTC, USDC), WINDOW);
    }

    private double price(Oracle oracle, int asset) {
        return oracle.prices(market).priceE8(asset).doubleValue() / 1e8;
    }

    private void passTo(long seconds) {
        while (market.hasEventUntil(seconds * SECOND)) {
            market.advance();
        }
    }

    /** Sells ether to the pool; the second of the block. */
    private long dump(String ether) {
        double before = spot();
        Call swap = new Call.Swap(List.of(TestMarket.ETH_MAINNET), ETH, TestMarket.units(ETH, ether), UInt256.ZERO);
        market.submit(whale, market.transaction(CHAIN, swap, Long.MAX_VALUE));
        while (spot() == before) {
            market.advance();
        }
        return market.timeNanos() / SECOND;
    }

    private double spot() {
        return market.offered(TestMarket.ETH_MAINNET, Quoting.class).price();
    }

    @Test
    void theWorldsPriceIsNobodysToMove() {
        Oracle oracle = spec(OracleKind.WORLD).open();
        dump("50");
        assertThat(price(oracle, ETH)).isCloseTo(2_000, within(1e-6));
        assertThat(price(oracle, BTC)).isCloseTo(40_000, within(1e-6));
        assertThat(price(oracle, USDC)).isEqualTo(1);
    }

    @Test
    void theSpotPriceIsWhatThePoolQuotes() {
        Oracle oracle = spec(OracleKind.SPOT).open();
        assertThat(price(oracle, ETH)).isCloseTo(2_000, within(1e-6));
        dump("50");
        assertThat(price(oracle, ETH)).isCloseTo(spot(), within(1e-7)).isLessThan(1_999);
        assertThat(price(oracle, USDC)).isEqualTo(1);
    }

    @Test
    void whatNoVenueOfTheChainExchangesHasNoPrice() {
        OracleSpec elsewhere = new OracleSpec(OracleKind.SPOT, TestMarket.ROLLUP, List.of(ETH, BTC), WINDOW);
        assertThat(price(elsewhere.open(), ETH)).isCloseTo(2_000, within(1e-6));
        assertThat(price(elsewhere.open(), BTC)).isZero();
        OracleSpec average = new OracleSpec(OracleKind.TWAP, TestMarket.ROLLUP, List.of(ETH, BTC), WINDOW);
        assertThat(price(average.open(), BTC)).isZero();
    }

    @Test
    void theAverageIsThatOfTheLastWholeWindow() {
        Oracle oracle = spec(OracleKind.TWAP).open();
        assertThat(price(oracle, ETH))
                .as("in the first second, what the pool quotes")
                .isCloseTo(2_000, within(1e-6));
        passTo(300);
        long moved = dump("50");
        double after = spot();
        assertThat(price(oracle, ETH))
                .as("a trade in this second has no part in it")
                .isCloseTo(2_000, within(1e-4));
        passTo(500);
        long now = market.timeNanos() / SECOND;
        double sofar = (2_000.0 * moved + after * (now - moved)) / now;
        assertThat(price(oracle, ETH)).as("since the start").isCloseTo(sofar, within(1e-4));
        assertThat(oracle.noted(market)).as("the window is open").isSameAs(oracle);
        passTo(606);
        Oracle next = oracle.noted(market);
        double told = price(next, ETH);
        now = market.timeNanos() / SECOND;
        assertThat(told).isCloseTo((2_000.0 * moved + after * (now - moved)) / now, within(1e-4));
        dump("50");
        passTo(1_000);
        assertThat(price(next, ETH)).as("until the next window ends").isEqualTo(told);
        passTo(1_300);
        assertThat(price(next, ETH)).as("whoever looks then sees the next").isLessThan(told);
    }

    @Test
    void whatItHasNotedIsReadBack() {
        OracleSpec spec = spec(OracleKind.TWAP);
        passTo(700);
        Oracle noted = spec.open().noted(market);
        dump("50");
        StateWriter out = new StateWriter();
        noted.save(out);
        StateReader in = new StateReader(out.toBytes());
        Oracle read = spec.load(in);
        in.end();
        passTo(900);
        assertThat(price(read, ETH)).isEqualTo(price(noted, ETH)).isNotEqualTo(price(spec.open(), ETH));
        OracleSpec other = new OracleSpec(OracleKind.TWAP, CHAIN, List.of(USDC), WINDOW);
        assertThatThrownBy(() -> other.load(new StateReader(out.toBytes())))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageStartingWith("oracle: asset 0");
    }

    @Test
    void kindsHaveNames() {
        assertThat(OracleKind.words()).containsExactly("world", "spot", "twap", "median");
        for (OracleKind kind : OracleKind.values()) {
            assertThat(OracleKind.of(kind.word())).isEqualTo(kind);
        }
        assertThatThrownBy(() -> OracleKind.of("moon"))
                .hasMessage("oracle: one of [world, spot, twap, median], not moon");
        assertThatThrownBy(() -> new OracleSpec(OracleKind.TWAP, 0, List.of(), 0))
                .hasMessageStartingWith("windowSeconds: expected 1");
    }

    /** The sum until a second is the one that the pair keeps where it is synchronised then. */
    @Test
    void aPairsSumGoesOnBetweenItsUpdates() {
        long moved = dump("50");
        V2Pair pair = market.venue(TestMarket.ETH_MAINNET, V2Pair.class).orElseThrow();
        CumulativePrice sums = market.offered(TestMarket.ETH_MAINNET, CumulativePrice.class);
        assertThat(sums.cumulative(ETH, pair.timestampLast())).isEqualTo(pair.price0Cumulative());
        assertThat(sums.cumulative(USDC, pair.timestampLast())).isEqualTo(pair.price1Cumulative());
        UInt256 ofEther = sums.cumulative(ETH, moved + 1_000);
        UInt256 ofDollars = sums.cumulative(USDC, moved + 1_000);
        pair.sync(market.ledger(), moved + 1_000);
        assertThat(pair.price0Cumulative()).isEqualTo(ofEther);
        assertThat(pair.price1Cumulative()).isEqualTo(ofDollars);
    }
}
