package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.ROLLUP;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What groups own at the start. */
final class EndowingTest {
    /** So many whole units, to a millionth: the world keeps the logarithm of a price. */
    private record Owned(int place, int asset, double whole) {}

    private static List<Owned> of(EngineSpec spec, double capital, Integer... venues) {
        Group group = new Group("g", List.of(venues), capital);
        return Endowing.of(group, MarketEngine.of(spec, 1)).stream()
                .map(each -> new Owned(each.place(), each.asset(), whole(spec, each)))
                .toList();
    }

    private static double whole(EngineSpec spec, Endowment endowment) {
        int decimals = spec.assets().get(endowment.asset()).decimals();
        return StrictMath.round(endowment.amount().doubleValue() / StrictMath.pow(10, decimals - 6)) / 1e6;
    }

    @Test
    void halfIsInTheQuoteHalfInTheBaseAndAQuarterMoreIsGas() {
        assertThat(of(new SmallMarket().engine(), 8_000, POOL_A))
                .containsExactly(new Owned(MAIN, USDC, 4_000), new Owned(MAIN, ETH, 2), new Owned(MAIN, ETH, 1));
    }

    @Test
    void atAnExchangeNobodyNeedsGas() {
        assertThat(of(new SmallMarket().engine(), 8_000, BOOK))
                .containsExactly(new Owned(EXCHANGE, USDC, 4_000), new Owned(EXCHANGE, ETH, 2));
    }

    @Test
    void eachPlaceHasTheWholeCapitalOnceWhateverTheOrderOfItsVenues() {
        List<Owned> owned = of(new SmallMarket().engine(), 8_000, POOL_C, POOL_B, BOOK, POOL_A);
        assertThat(owned)
                .extracting(Owned::place)
                .containsExactly(MAIN, MAIN, MAIN, ROLLUP, ROLLUP, ROLLUP, EXCHANGE, EXCHANGE);
        assertThat(owned).isEqualTo(of(new SmallMarket().engine(), 8_000, POOL_A, BOOK, POOL_C));
    }

    /** Two pools of the main chain: of ETH at 2 000 and of BTC at 40 000, both against USDC. */
    @Test
    void severalBasesOfAPlaceShareItsHalf() {
        assertThat(of(TestMarket.spec(), 160_000, TestMarket.BTC_MAINNET, TestMarket.ETH_MAINNET))
                .containsExactly(
                        new Owned(TestMarket.MAINNET, TestMarket.USDC, 80_000),
                        new Owned(TestMarket.MAINNET, TestMarket.ETH, 20),
                        new Owned(TestMarket.MAINNET, TestMarket.BTC, 1),
                        new Owned(TestMarket.MAINNET, TestMarket.ETH, 20));
    }

    @Test
    void whoHasNothingHasNothingOfEach() {
        assertThat(of(new SmallMarket().engine(), 0, POOL_A)).hasSize(3).allMatch(each -> each.whole() == 0);
    }
}
