package catallaxy.environment.market.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.CumulativePrice;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Oracles of named venues: pools of three protocols at different prices, whose means are compared with those of what was seen each second. */
final class OracleVenuesTest {
    private static final int CHAIN = TestMarket.MAINNET;
    private static final int ETH = TestMarket.ETH;
    private static final int USDC = TestMarket.USDC;
    private static final int PAIR = 0;
    private static final int FORGETS = 1;
    private static final int REMEMBERS = 2;
    private static final int MANAGED = 3;
    private static final long SECOND = 1_000_000_000L;
    private static final long WINDOW = 300;
    /** A tick is a ten-thousandth. */
    private static final double TICK = 1.0001;

    private final MarketEngine market = MarketEngine.of(spec(List.of()), Kinds.registered(), 1);
    private final int whale = market.openParticipant(
            "whale",
            List.of(
                    new Endowment(CHAIN, ETH, TestMarket.units(ETH, "100000")),
                    new Endowment(CHAIN, USDC, TestMarket.units(USDC, "9000000"))));

    private static EngineSpec spec(List<VenueSpec> more) {
        EngineSpec base = TestMarket.spec();
        List<VenueSpec> venues = new ArrayList<>(List.of(
                new UniswapV2Spec("pair", CHAIN, ETH, USDC, eth(), usdc("2000000"), false),
                new UniswapV3Spec("forgets", CHAIN, ETH, USDC, eth(), usdc("2100000"), 500, 10, 0, 1, 0, 1),
                new UniswapV3Spec("remembers", CHAIN, ETH, USDC, eth(), usdc("2200000"), 500, 10, 0, 1, 0, 50),
                new UniswapV4Spec("managed", CHAIN, ETH, USDC, eth(), usdc("2300000"), 500, 10, 0, 0)));
        venues.addAll(more);
        return new EngineSpec(
                base.assets(), base.quoteAsset(), base.chains(), List.of(), venues, List.of(), base.world());
    }

    private static UInt256 eth() {
        return TestMarket.units(ETH, "1000");
    }

    private static UInt256 usdc(String whole) {
        return TestMarket.units(USDC, whole);
    }

    private static OracleSpec oracle(OracleKind kind, Integer... venues) {
        return new OracleSpec(kind, CHAIN, List.of(ETH, USDC), WINDOW, List.of(venues), 0);
    }

    private double price(Oracle oracle) {
        return oracle.prices(market).priceE8(ETH).doubleValue() / 1e8;
    }

    private long seconds() {
        return market.timeNanos() / SECOND;
    }

    private void passTo(long seconds) {
        while (market.hasEventUntil(seconds * SECOND)) {
            market.advance();
        }
    }

    /** Sells ether until a block has taken the trade; its second. */
    private long dump(int venue, String ether) {
        double before = market.quoting(venue).price();
        Call swap = new Call.Swap(List.of(venue), ETH, TestMarket.units(ETH, ether), UInt256.ZERO);
        market.submit(whale, market.transaction(CHAIN, swap, Long.MAX_VALUE));
        while (market.quoting(venue).price() == before) {
            market.advance();
        }
        return seconds();
    }

    @Test
    void anOracleLooksAtTheVenuesThatItNames() {
        assertThat(price(oracle(OracleKind.SPOT).open())).isCloseTo(2_000, within(1e-6));
        assertThat(price(oracle(OracleKind.SPOT, MANAGED).open())).isCloseTo(2_300, within(1e-3));
        assertThat(price(oracle(OracleKind.SPOT, REMEMBERS, PAIR).open())).isCloseTo(2_200, within(1e-3));
        OracleSpec elsewhere =
                new OracleSpec(OracleKind.SPOT, TestMarket.ROLLUP, List.of(ETH), WINDOW, List.of(PAIR), 0);
        assertThat(price(elsewhere.open())).as("of another chain").isZero();
    }

    @Test
    void aMeanOfTicksIsGeometric() {
        passTo(100);
        for (int venue : new int[] {FORGETS, MANAGED}) {
            double before = market.quoting(venue).price();
            long moved = dump(venue, "60");
            double after = market.quoting(venue).price();
            passTo(moved + 100);
            long now = seconds();
            double logarithm = (moved * StrictMath.log(before) + (now - moved) * StrictMath.log(after)) / now;
            double told = price(oracle(OracleKind.TWAP, venue).open());
            assertThat(told)
                    .as("since the start at venue " + venue)
                    .isBetween(StrictMath.exp(logarithm) / TICK / TICK, StrictMath.exp(logarithm));
            assertThat(told).as("below the arithmetic mean").isLessThan((moved * before + (now - moved) * after) / now);
        }
    }

    @Test
    void aWindowSlidesWhereThePoolRemembers() {
        Oracle slides = oracle(OracleKind.TWAP, REMEMBERS).open();
        passTo(400);
        double before = market.quoting(REMEMBERS).price();
        long first = dump(REMEMBERS, "60");
        assertThat(price(slides)).as("a trade in this second has no part in it").isCloseTo(before, within(0.3));
        passTo(first + 100);
        dump(REMEMBERS, "1");
        passTo(first + 200);
        long now = seconds();
        double old = (WINDOW - (now - first)) * StrictMath.log(before);
        double since = (now - first) * StrictMath.log(market.quoting(REMEMBERS).price());
        assertThat(price(slides)).isCloseTo(StrictMath.exp((old + since) / WINDOW), within(4.0));
        passTo(first + 2 * WINDOW);
        assertThat(price(slides))
                .as("nothing noted, and yet the old price has left the window")
                .isCloseTo(market.quoting(REMEMBERS).price(), within(0.5));
        assertThat(price(oracle(OracleKind.TWAP, FORGETS).open()))
                .as("without observations it is the mean since the start")
                .isCloseTo(2_100, within(0.5));
    }

    /** The price of the quote asset in the base is one over the other, up to two ticks. */
    @Test
    void bothAssetsOfAPoolHaveAMean() {
        passTo(100);
        for (int venue : new int[] {FORGETS, REMEMBERS, MANAGED}) {
            CumulativePrice sums = market.offered(venue, CumulativePrice.class);
            double product = 1;
            for (int asset : new int[] {ETH, USDC}) {
                UInt256 mean = sums.meanX112(asset, sums.cumulative(asset, 50), sums.cumulative(asset, 100), 50);
                product *= mean.doubleValue() / StrictMath.pow(2, 112);
            }
            assertThat(product).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void copiesAndSavedMarketsTellTheSameMeans() {
        passTo(100);
        dump(MANAGED, "60");
        dump(REMEMBERS, "60");
        MarketEngine copy = market.copy();
        StateWriter out = new StateWriter();
        market.save(out);
        MarketEngine read = market.restored(new StateReader(out.toBytes()));
        for (MarketEngine each : List.of(market, copy, read)) {
            while (each.hasEventUntil(900 * SECOND)) {
                each.advance();
            }
        }
        for (int venue : new int[] {PAIR, FORGETS, REMEMBERS, MANAGED}) {
            UInt256 told = oracle(OracleKind.TWAP, venue).open().prices(market).priceE8(ETH);
            assertThat(told.isZero()).isFalse();
            for (MarketEngine each : List.of(copy, read)) {
                assertThat(oracle(OracleKind.TWAP, venue).open().prices(each).priceE8(ETH))
                        .isEqualTo(told);
            }
        }
    }

    @Test
    void aContractReadsVenuesOfItsOwnChain() {
        VenueSpec reader = new VenueSpec.OnChain() {
            @Override
            public String id() {
                return "reader";
            }

            @Override
            public int chain() {
                return TestMarket.ROLLUP;
            }

            @Override
            public int base() {
                return NO_ASSET;
            }

            @Override
            public int quote() {
                return NO_ASSET;
            }

            @Override
            public List<Integer> reads() {
                return List.of(PAIR);
            }
        };
        assertThatThrownBy(() -> spec(List.of(reader)))
                .hasMessage("venue that reader reads: expected one of its own chain, found pair");
    }
}
