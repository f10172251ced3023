package catallaxy.environment.market.venue.option;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.engine.TestMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Nobody earns for sure at the prices at which the market buys and sells, while strangers trade as they like; a search for it finds what is planted. */
final class OptionArbitrageTest {
    private static final double ENOUGH = 1e-7;
    private static final int STRIKES = 3;
    private static final int SERIES = 12;

    /** The prices of all series at a moment, by which arbitrage is sought. */
    private record Board(
            List<OptionMarket.Series> series, double forward, IntToDoubleFunction ask, IntToDoubleFunction bid) {
        static Board of(OptionMarket market) {
            return new Board(market.series(), market.underlying(), market::ask, market::bid);
        }

        /** All portfolios that can lose nothing and are paid for: parity, butterflies, spreads of strikes and of time. */
        List<String> found() {
            List<String> found = new ArrayList<>();
            for (int i = 0; i < series.size(); i += 2) {
                if (Double.isNaN(ask.applyAsDouble(i))) {
                    continue;
                }
                parity(found, i);
                boolean isInner = i / 2 % STRIKES > 0 && i / 2 % STRIKES < STRIKES - 1;
                for (int right = 0; right < 2; right++) {
                    if (isInner) {
                        butterfly(found, i + right);
                    }
                    if (i + 2 * STRIKES < series.size()) {
                        calendar(found, i + right, i + right + 2 * STRIKES);
                    }
                    if (i / 2 % STRIKES < STRIKES - 1) {
                        vertical(found, i + right);
                    }
                }
            }
            return found;
        }

        private void note(List<String> found, String name, int index, double cost) {
            if (cost < -ENOUGH) {
                found.add(name + " at " + index + " for " + cost);
            }
        }

        private void parity(List<String> found, int call) {
            double worth = forward - series.get(call).strike();
            note(found, "conversion", call, ask.applyAsDouble(call) - bid.applyAsDouble(call + 1) - worth);
            note(found, "reversal", call, ask.applyAsDouble(call + 1) - bid.applyAsDouble(call) + worth);
        }

        private void butterfly(List<String> found, int middle) {
            double low = series.get(middle - 2).strike();
            double high = series.get(middle + 2).strike();
            double part = (high - series.get(middle).strike()) / (high - low);
            double wings = part * ask.applyAsDouble(middle - 2) + (1 - part) * ask.applyAsDouble(middle + 2);
            note(found, "butterfly", middle, wings - bid.applyAsDouble(middle));
        }

        /** Without interest, more time is worth no less. */
        private void calendar(List<String> found, int early, int late) {
            note(found, "calendar", early, ask.applyAsDouble(late) - bid.applyAsDouble(early));
        }

        private void vertical(List<String> found, int index) {
            boolean isCall = series.get(index).right() == OptionRight.CALL;
            int dear = isCall ? index : index + 2;
            int cheap = isCall ? index + 2 : index;
            double width = series.get(index + 2).strike() - series.get(index).strike();
            note(found, "vertical", index, ask.applyAsDouble(dear) - bid.applyAsDouble(cheap));
            note(found, "box", index, width - bid.applyAsDouble(dear) + ask.applyAsDouble(cheap));
        }
    }

    @Test
    void nobodyEarnsForSure() {
        for (long seed = 1; seed <= 4; seed++) {
            OptionSpec.Terms terms = seed % 2 == 0 ? OptionsMarket.TERMS : OptionsMarket.PUSHED;
            OptionsMarket market = OptionsMarket.of(0.9, terms, Optional.empty(), seed);
            RandomStream random = RandomStream.of(seed, "test/arbitrage");
            int trader = market.open("trader");
            for (int i = 0; i < 60; i++) {
                int series = random.nextInt(SERIES);
                String quantity = String.valueOf(1 + random.nextInt(6));
                if (random.nextBoolean(0.6)) {
                    market.buy(trader, series, quantity);
                } else {
                    market.sell(trader, series, quantity);
                }
                assertThat(Board.of(market.options()).found())
                        .as("seed %s, trade %s", seed, i)
                        .isEmpty();
            }
        }
    }

    @Test
    void demandMovesTheSurfaceWhereItIsAndFades() {
        OptionsMarket market = OptionsMarket.of(0, OptionsMarket.PUSHED, Optional.empty(), 1);
        int trader = market.open("trader");
        double skew = skew(market);
        market.buy(trader, 1, "12");
        double after = skew(market);
        assertThat(after).as("low strikes are dearer now").isGreaterThan(skew + 0.005);
        market.until(market.market.timeNanos() + 5 * OptionsMarket.HOUR);
        market.buy(trader, 8, "0.001");
        assertThat(market.options().volatility(7) / market.options().volatility(11))
                .isLessThan(after);
    }

    private static double skew(OptionsMarket market) {
        return market.options().volatility(1) / market.options().volatility(5);
    }

    /** Prices at volatilities that differ by right and use, as one may be tempted to make them, are found out. */
    @Test
    void plantedArbitrageIsFound() {
        OptionsMarket market = OptionsMarket.of(0, OptionsMarket.TERMS, Optional.empty(), 1);
        OptionMarket real = market.options();
        assertThat(Board.of(real).found()).isEmpty();
        for (int planted = 0; planted < SERIES; planted++) {
            int which = planted;
            Board dear = new Board(
                    real.series(), real.underlying(), real::ask, i -> i == which ? real.ask(i) + 45 : real.bid(i));
            assertThat(dear.found()).as("series %s", which).isNotEmpty();
        }
    }

    /** Who buys much and sells it at the price to which he has driven it has lost. */
    @Test
    void drivingThePriceUpDoesNotPay() {
        for (String quantity : List.of("1", "10", "25")) {
            OptionsMarket market = OptionsMarket.of(0, OptionsMarket.PUSHED, Optional.empty(), 1);
            int trader = market.open("trader");
            double before = market.market.holdings(trader).total(TestMarket.USDC);
            assertThat(market.buy(trader, OptionsMarket.CALL, quantity)).isEmpty();
            assertThat(market.sell(trader, OptionsMarket.CALL, quantity)).isEmpty();
            assertThat(market.market.holdings(trader).total(TestMarket.USDC)).isLessThan(before);
        }
    }
}
