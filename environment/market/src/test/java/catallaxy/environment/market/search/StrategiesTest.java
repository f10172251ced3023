package catallaxy.environment.market.search;

import static catallaxy.environment.market.engine.TestMarket.BTC;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static catallaxy.environment.market.engine.TestMarket.units;
import static catallaxy.environment.market.search.Street.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.Maximum;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Backruns and just-in-time liquidity. */
final class StrategiesTest {
    private static final int SECOND_POOL = 5;

    private static Street with(VenueSpec venue) {
        EngineSpec known = Street.spec();
        List<VenueSpec> venues = new ArrayList<>(known.venues());
        venues.add(venue);
        return new Street(new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                known.chains(),
                known.exchanges(),
                venues,
                known.bridges(),
                known.world()));
    }

    private static VenueSpec secondPool() {
        return new UniswapV2Spec("btc-second", MAINNET, BTC, USDC, units(BTC, "50"), units(USDC, "2000000"), false);
    }

    private static VenueSpec ranges() {
        return new UniswapV3Spec(
                "btc-ranges", MAINNET, BTC, USDC, units(BTC, "50"), units(USDC, "2000000"), 3_000, 60, 20, 1, 0, 1);
    }

    private static double price(Street street, int venue) {
        return street.market.quoting(venue).price();
    }

    @Test
    void aBackrunTradesTwoPoolsBackToWithinTheirFees() {
        Street street = with(secondPool());
        SearchersSpec spec = Street.searchers(SearchStrategy.BACKRUN, POOL, SECOND_POOL);
        street.buys("100000", 0.5);
        Opportunity found = street.found(spec).orElseThrow();
        BundleTrial trial = street.tried(found);
        assertThat(trial.ok()).isTrue();
        assertThat(trial.change(BTC))
                .as("bought bitcoin on one, sold it on the other, paid in bitcoin")
                .isPositive();
        assertThat(trial.change(USDC)).isZero();
        street.bid(found, UInt256.of(1_000));
        street.runUntil(24 * Street.SECOND);
        assertThat(street.only(MarketEvent.BundleIncluded.class)).hasSize(1);
        double ratio = price(street, POOL) / price(street, SECOND_POOL);
        assertThat(ratio).as("no round trip pays any more").isBetween(1.0, 1 / 0.997 / 0.997 + 1e-6);
    }

    @Test
    void aBackrunThatWouldNotPayItsFeesIsNotMade() {
        Street street = with(secondPool());
        street.buys("3000", 0.5);
        assertThat(street.found(Street.searchers(SearchStrategy.BACKRUN, POOL, SECOND_POOL)))
                .isEmpty();
    }

    @Test
    void aloneInItsPairThereIsNothingToTradeBackWith() {
        Street street = new Street(Street.spec());
        street.buys("100000", 0.5);
        assertThat(street.found(Street.searchers(SearchStrategy.BACKRUN, POOL))).isEmpty();
    }

    @Test
    void liquidityJustInTimeEarnsTheFeeOfTheOneSwapAndIsGoneBehindIt() {
        Street street = with(ranges());
        SearchersSpec spec = Street.searchers(SearchStrategy.JUST_IN_TIME, SECOND_POOL);
        street.buysOn(SECOND_POOL, "40000", 0.99);
        Opportunity found = street.found(spec).orElseThrow();
        BundleTrial trial = street.tried(found);
        assertThat(trial.ok()).isTrue();
        double fee = 40_000 * 0.003;
        assertThat(found.gainQuote()).isBetween(0.3 * fee, fee);
        street.bid(found, UInt256.of(1_000));
        street.runUntil(24 * Street.SECOND);
        assertThat(street.only(MarketEvent.BundleIncluded.class)).hasSize(1);
        double bought = trial.change(USDC) / 1e6 + trial.change(BTC) / 1e8 * 40_000;
        assertThat(bought).isCloseTo(found.gainQuote(), within(0.7 * fee));
    }

    @Test
    void theVictimOfJustInTimeLiquidityGetsMore() {
        Street street = with(ranges());
        street.buysOn(SECOND_POOL, "40000", 0.99);
        Street without = street.copy();
        street.bid(
                street.found(Street.searchers(SearchStrategy.JUST_IN_TIME, SECOND_POOL))
                        .orElseThrow(),
                UInt256.ONE);
        street.runUntil(24 * Street.SECOND);
        without.runUntil(24 * Street.SECOND);
        assertThat(street.market.balance(Street.VICTIM, MAINNET, BTC))
                .isGreaterThan(without.market.balance(Street.VICTIM, MAINNET, BTC));
    }

    @Test
    void poolsWithoutRangesAreLeftAlone() {
        Street street = new Street(Street.spec());
        street.buys("40000", 0.99);
        assertThat(street.found(Street.searchers(SearchStrategy.JUST_IN_TIME, POOL)))
                .isEmpty();
    }

    @Test
    void theGreatestValueIsFound() {
        assertThat(Maximum.of(x -> -(x - 3) * (x - 3), 0, 10, 60)).isCloseTo(3, within(1e-6));
        assertThat(Maximum.of(x -> x, 0, 10, 40)).isEqualTo(10);
        assertThat(Maximum.of(x -> -x, 0, 10, 60)).isCloseTo(0, within(1e-6));
    }
}
