package catallaxy.environment.market.venue.option;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.api.venue.WriterMargin;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.engine.TestMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Writers who keep a margin: how much it is, who is liquidated, who bears what is lost, and that all is there. */
final class OptionMarginTest {
    /** Less than a wild market moves in an hour. */
    private static final MarginTerms THIN = new MarginTerms(0.05, 0.1, 0.005, 1.1, 0.05);

    private final OptionsMarket market = market(0, 1);
    private final int writer = market.open("writer");
    private final int account = market.account(writer);

    private static OptionsMarket market(double volatility, long seed) {
        return OptionsMarket.of(volatility, OptionsMarket.TERMS, Optional.of(OptionsMarket.MARGIN), seed);
    }

    @Test
    void whoHasTooLittleMarginCannotWrite() {
        assertThat(market.sell(writer, OptionsMarket.CALL, "5")).isEqualTo("Options: BELOW_MARGIN");
        assertThat(market.post(writer, "100")).isEmpty();
        assertThat(market.sell(writer, OptionsMarket.CALL, "5")).isEqualTo("Options: BELOW_MARGIN");
        assertThat(market.post(writer, "3000")).isEmpty();
        assertThat(market.sell(writer, OptionsMarket.CALL, "5")).isEmpty();
        assertThat(market.margins().margin(account)).isEqualTo(3100);
        assertThat(market.margins().initial(account))
                .as("below the whole collateral of 10,000")
                .isBetween(500.0, 3100.0);
        assertThat(market.margins().health(account)).isGreaterThan(1.1);
    }

    /** Against a recount of the sixteen scenarios by the formula of the price alone. */
    @Test
    void theMarginIsTheWorstOfTheScenarios() {
        market.post(writer, "20000");
        market.sell(writer, OptionsMarket.CALL, "5");
        market.sell(writer, OptionsMarket.PUT, "3");
        market.buy(writer, 4, "2");
        double[] positions = {0, 0, -5, -3, 2, 0};
        double underlying = market.options().underlying();
        double worst = 0;
        for (double move : new double[] {-0.3, -0.15, -0.1, -0.05, 0, 0.05, 0.1, 0.15, 0.3}) {
            for (double change : Math.abs(move) == 0.3 ? new double[] {1} : new double[] {0.7, 1.3}) {
                double loss = 0;
                for (int i = 0; i < positions.length; i++) {
                    loss += positions[i] * (price(i, underlying, 1) - price(i, underlying * (1 + move), change));
                }
                worst = Math.max(worst, Math.abs(move) == 0.3 ? 0.35 * loss : loss);
            }
        }
        double expected = worst + 0.02 * 8 * underlying;
        assertThat(market.margins().maintenance(account)).isCloseTo(expected, within(1e-6));
        assertThat(market.margins().initial(account)).isCloseTo(1.1 * expected, within(1e-6));
        double marks = 0;
        for (int i = 0; i < positions.length; i++) {
            marks += positions[i] * price(i, underlying, 1);
        }
        assertThat(market.margins().equity(account)).isCloseTo(20_000 + marks, within(1e-6));
    }

    private double price(int series, double underlying, double volatility) {
        var each = market.options().series().get(series);
        double years = (each.expiryNanos() - market.market.timeNanos()) / (365 * 86_400e9);
        return BlackScholes.undiscounted(underlying, each.strike(), years)
                .price(each.right(), volatility * market.options().volatility(series));
    }

    @Test
    void whatIsBoughtCountsAgainstWhatIsWritten() {
        market.post(writer, "20000");
        market.sell(writer, OptionsMarket.CALL, "5");
        double naked = market.margins().maintenance(account);
        market.buy(writer, 4, "5");
        assertThat(market.margins().maintenance(account)).isLessThan(0.7 * naked);
    }

    @Test
    void marginIsTakenAsFarAsItNeedNotBeThere() {
        market.post(writer, "20000");
        market.sell(writer, OptionsMarket.CALL, "5");
        double spare = market.margins().equity(account) - market.margins().initial(account);
        Call tooMuch = market.margins().take(TestMarket.units(USDC, String.valueOf((long) spare + 50)));
        assertThat(market.execute(writer, tooMuch)).isEqualTo("Options: BELOW_MARGIN");
        Call enough = market.margins().take(TestMarket.units(USDC, String.valueOf((long) spare - 50)));
        assertThat(market.execute(writer, enough)).isEmpty();
        assertThat(market.buy(writer, OptionsMarket.CALL, "5")).isEmpty();
        assertThat(market.margins().maintenance(account)).isZero();
        Call all = market.margins()
                .take(market.market.ledger().balance(account, USDC).min(TestMarket.units(USDC, "1")));
        assertThat(market.execute(writer, all)).isEmpty();
        assertThat(market.execute(writer, market.margins().liquidate(account))).isEqualTo("Options: NOT_AT_RISK");
    }

    @Test
    void aWriterPaysAtExpiryWhatTheOptionsPay() {
        OptionsMarket moving = market(0.9, 5);
        int who = moving.open("writer");
        int holder = moving.open("holder");
        moving.post(who, "20000");
        moving.sell(who, OptionsMarket.CALL, "4");
        moving.sell(who, OptionsMarket.PUT, "4");
        moving.buy(holder, OptionsMarket.CALL, "4");
        moving.until(6 * OptionsMarket.HOUR);
        double before = moving.margins().margin(moving.account(who));
        assertThat(moving.execute(who, moving.options().settle(OptionsMarket.CALL)))
                .isEmpty();
        double price = moving.told("expired", "price", USDC) / 6;
        assertThat(moving.execute(who, moving.options().settle(OptionsMarket.PUT)))
                .isEmpty();
        assertThat(before - moving.margins().margin(moving.account(who)))
                .isCloseTo(4 * Math.abs(price - 2000), within(1e-5));
        double eth = moving.market.holding(holder, MAINNET, ETH);
        assertThat(moving.execute(holder, moving.options().settle(OptionsMarket.CALL)))
                .isEmpty();
        assertThat(moving.market.holding(holder, MAINNET, ETH) - eth)
                .isCloseTo(4 * Math.max(0, price - 2000) / price, within(0.1));
        assertThat(moving.margins().maintenance(moving.account(who))).isZero();
    }

    /** Writers at the edge in a wild market: liquidators get their bonus, and margins, options and vault are there to the unit. */
    @Test
    void whoIsBelowIsLiquidatedAndTheVaultBearsTheRest() {
        int liquidated = 0;
        double lost = 0;
        for (long seed = 1; seed <= 6; seed++) {
            OptionsMarket wild = OptionsMarket.of(8, OptionsMarket.TERMS, Optional.of(THIN), seed);
            long step = seed % 2 == 0 ? 5 : 60;
            List<Integer> writers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                writers.add(wild.open("writer-" + i));
                wild.post(writers.get(i), "6000");
                wild.sell(writers.get(i), OptionsMarket.CALL + i % 2, "6");
                double spare = wild.margins().equity(wild.account(writers.get(i)))
                        - wild.margins().initial(wild.account(writers.get(i)));
                wild.execute(
                        writers.get(i),
                        wild.margins().take(TestMarket.units(USDC, String.valueOf(Math.max(0, (long) spare - 60)))));
            }
            int keeper = wild.open("keeper");
            for (long minute = step; minute < 330; minute += step) {
                wild.until(minute * 60 * OptionsMarket.SECOND);
                for (int risky : wild.margins().atRisk()) {
                    double expected = wild.margins().bonus(risky);
                    assertThat(wild.margins().health(risky)).isLessThan(1);
                    if (wild.execute(keeper, wild.margins().liquidate(risky)).isEmpty()) {
                        liquidated++;
                        lost += wild.told("liquidated", "loss", USDC);
                        assertThat(wild.told("liquidated", "bonus", USDC))
                                .isBetween(0.3 * expected - 1, 3 * expected + 1);
                        assertThat(wild.margins().maintenance(risky)).isZero();
                    }
                    assertThat(wild.market.checkConservation().violations()).isEmpty();
                }
            }
        }
        assertThat(liquidated).isGreaterThan(5);
        assertThat(lost).as("jumps beyond a margin are the vault's").isPositive();
    }

    /** Ten who trade, post and take at random until all has expired; then everybody takes what is theirs. */
    @Test
    void everybodyWhoBoughtIsPaidWhateverWritersOwe() {
        for (long seed = 1; seed <= 3; seed++) {
            OptionsMarket wild = market(3, seed);
            RandomStream random = RandomStream.of(seed, "test/margins");
            List<Integer> traders = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                traders.add(wild.open("trader-" + i));
                wild.post(traders.get(i), "8000");
            }
            for (int i = 0; i < 60; i++) {
                int who = traders.get(random.nextInt(traders.size()));
                int series = random.nextInt(12);
                String quantity = String.valueOf(1 + random.nextInt(4));
                if (random.nextBoolean(0.5)) {
                    wild.buy(who, series, quantity);
                } else {
                    wild.sell(who, series, quantity);
                }
                assertThat(wild.market.checkConservation().violations()).isEmpty();
            }
            wild.until(Math.max(wild.market.timeNanos(), 12 * OptionsMarket.HOUR));
            for (int who : traders) {
                settleAll(wild, who);
                double margin = wild.margins().margin(wild.account(who));
                assertThat(wild.market.claims().worth(who, asset -> asset == USDC ? 1 : wild.market.worldPrice(asset)))
                        .isCloseTo(margin, within(1e-6));
            }
            assertThat(wild.market.checkConservation().violations()).isEmpty();
        }
    }

    /** First what it owes, then what it is owed. */
    private static void settleAll(OptionsMarket wild, int who) {
        List<Integer> owed = new ArrayList<>();
        for (int series = 0; series < 12; series++) {
            double position = wild.options().position(wild.account(who), series);
            if (position < 0) {
                assertThat(wild.execute(who, wild.options().settle(series))).isEmpty();
            } else if (position > 0) {
                owed.add(series);
            }
        }
        for (int series : owed) {
            assertThat(wild.execute(who, wild.options().settle(series))).isEmpty();
        }
    }

    @Test
    void equityCountsMarginAndOptions() {
        double before = market.market.equity(writer);
        market.post(writer, "20000");
        market.sell(writer, OptionsMarket.CALL, "5");
        market.buy(writer, OptionsMarket.PUT, "1");
        assertThat(before - market.market.equity(writer)).as("spread and gas").isBetween(0.0, 200.0);
        double worth =
                market.market.claims().worth(writer, asset -> asset == USDC ? 1 : market.market.worldPrice(asset));
        assertThat(worth).isCloseTo(market.margins().equity(account), within(1e-5));
        assertThat(market.market.holdings(writer).claimed(ETH))
                .isCloseTo(market.options().delta(account), within(1e-6));
    }

    @Test
    void copiesAndSavedMarketsHaveTheSameFuture() {
        market.post(writer, "20000");
        market.sell(writer, OptionsMarket.CALL, "5");
        List<OptionsMarket> others = List.of(market.copy(), market.reloaded());
        Call call = market.options().buy(OptionsMarket.PUT, TestMarket.units(ETH, "2"), TestMarket.units(USDC, "5000"));
        market.execute(writer, call);
        for (OptionsMarket each : others) {
            each.execute(writer, call);
            assertThat(each.market.contractState(each.venue)).isEqualTo(market.market.contractState(market.venue));
        }
    }

    @Test
    void marginIsNotAskedForWhereCollateralIs() {
        OptionsMarket other = OptionsMarket.of(0, OptionsMarket.TERMS, Optional.empty(), 1);
        int who = other.open("writer");
        assertThat(other.market.venue(other.venue, WriterMargin.class)).isEmpty();
        assertThat(other.execute(who, new OptionCall.LiquidateWriter(other.venue, 3)))
                .isEqualTo("Options: NO_MARGIN_HERE");
        assertThat(market.options().series().get(OptionsMarket.PUT).right()).isEqualTo(OptionRight.PUT);
    }
}
