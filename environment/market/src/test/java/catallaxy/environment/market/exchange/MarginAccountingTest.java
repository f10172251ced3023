package catallaxy.environment.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.margin.MarginMode;
import catallaxy.environment.market.margin.MarginTier;
import catallaxy.environment.market.trace.MarketEvent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random orders and marks, compared after each with a twin that reads only the trace. */
class MarginAccountingTest {
    private static final int SEEDS = 60;
    private static final int STEPS = 400;

    private static final List<MarginTier> FLAT = List.of();
    private static final List<MarginTier> TIERS = List.of(
            new MarginTier(60_000, 150_000, 75_000),
            new MarginTier(150_000, 200_000, 100_000),
            new MarginTier(300_000, 400_000, 300_000));

    private static TestDerivatives market(RandomStream random, MarginMode mode, int markets, List<MarginTier> tiers) {
        long[] free = new long[6];
        for (int who = 0; who < free.length; who++) {
            free[who] = 20_000L + random.nextInt(400_000);
        }
        DerivativeSpec spec = MarginTiersTest.tiered(mode, tiers);
        List<DerivativeSpec> specs = markets == 1 ? List.of(spec) : List.of(spec, spec);
        return new TestDerivatives(specs, free, random.nextInt(3) * 5_000L, 200, 500);
    }

    private static void step(TestDerivatives market, RandomStream random, long step) {
        int venue = random.nextInt(market.markets.size());
        int who = random.nextInt(market.participants);
        long mark = market.markets.get(venue).margined().mark().ticks();
        switch (random.nextInt(10)) {
            case 0, 1 -> market.mark(venue, Math.max(1, mark + random.nextInt(121) - 60));
            case 2 -> market.exchange.cancelAll(market.settlement, market.now, market.markets.get(venue), who);
            case 3 ->
                market.exchange.replace(
                        market.settlement,
                        market.now,
                        market.markets.get(venue),
                        who,
                        new MarketCommand.ReplaceOrder(
                                venue, 1 + random.nextInt((int) step + 1), price(random, mark), lots(random)));
            case 4 -> stop(market, random, venue, who, step);
            default ->
                market.place(
                        venue,
                        who,
                        random.nextInt(2) == 0 ? Side.BUY : Side.SELL,
                        random.nextInt(3) == 0 ? TimeInForce.IOC : TimeInForce.GTC,
                        1 + step,
                        price(random, mark),
                        lots(random));
        }
    }

    private static void stop(TestDerivatives market, RandomStream random, int venue, int who, long step) {
        long mark = market.markets.get(venue).margined().mark().ticks();
        Side side = random.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        long trigger = Math.max(1, mark + (side == Side.BUY ? 20 : -20));
        market.exchange.place(
                market.settlement,
                market.now,
                market.markets.get(venue),
                who,
                new MarketCommand.PlaceOrder(venue, side, TimeInForce.IOC, 1 + step, 0, lots(random), 0, trigger));
    }

    private static long price(RandomStream random, long mark) {
        return Math.max(1, mark + random.nextInt(81) - 40);
    }

    private static long lots(RandomStream random) {
        return 1L + random.nextInt(40);
    }

    private static void check(TestDerivatives market, MarginTwin twin, String where) {
        twin.read(market);
        for (int who = 0; who < market.participants; who++) {
            assertThat(BigInteger.valueOf(market.money(who)))
                    .as("%s: money of %s", where, who)
                    .isEqualTo(twin.money(market, who));
            assertThat(BigInteger.valueOf(market.margins().maintenance(who)))
                    .as("%s: maintenance margin of %s", where, who)
                    .isEqualTo(twin.maintenance(market, who));
            for (int venue = 0; venue < market.markets.size(); venue++) {
                assertThat(market.markets.get(venue).margined().lots(who))
                        .as("%s: lots of %s", where, who)
                        .isEqualTo(twin.lots(who, venue));
            }
        }
        market.markets.forEach(
                each -> assertThat(each.margined().sum()).as(where).isZero());
        assertThat(market.pot()).as(where).isZero();
        assertThat(market.settlement.ledger().check().holds()).as(where).isTrue();
    }

    private static void run(MarginMode mode, int markets, List<MarginTier> tiers, int[] seen) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "margin");
            TestDerivatives market = market(random, mode, markets, tiers);
            MarginTwin twin = new MarginTwin(market);
            for (long step = 0; step < STEPS; step++) {
                step(market, random, step);
                check(market, twin, mode + " seed " + seed + " step " + step);
            }
            seen[0] += market.changes("liquidated").size();
            seen[1] += market.changes("deleveraged").size();
            seen[2] += market.changes("margin-called").size();
            for (MarketEvent.VenueChanged each : market.changes("liquidated")) {
                seen[3] += stepDown(tiers, each) ? 1 : 0;
            }
        }
    }

    /** Whether a liquidation left what lies in the tiers below; it never closes more than the tier in which the position lies. */
    private static boolean stepDown(List<MarginTier> tiers, MarketEvent.VenueChanged liquidated) {
        boolean isBankrupt = TestDerivatives.detail(liquidated, "fee") == 0;
        String side = liquidated.details().getFirst().name();
        long lots = TestDerivatives.detail(liquidated, side);
        long perLot = TestDerivatives.UNITS * TestDerivatives.detail(liquidated, "mark-ticks");
        long floor = 0;
        for (MarginTier tier : tiers) {
            floor = tier.floorUnits() < lots * perLot ? tier.floorUnits() : floor;
        }
        long closed = TestDerivatives.detail(liquidated, "closed-lots");
        assertThat(closed).isLessThanOrEqualTo(isBankrupt ? lots : lots - floor / perLot);
        return !isBankrupt && floor > 0 && closed == lots - floor / perLot;
    }

    @Test
    void ofMarginInTiersIsThatOfTheTwin() {
        int[] seen = new int[4];
        run(MarginMode.ISOLATED, 1, TIERS, seen);
        run(MarginMode.CROSS, 2, TIERS, seen);
        assertThat(seen).as("liquidated, deleveraged, called, one tier down").doesNotContain(0);
    }

    @Test
    void ofIsolatedMarginIsThatOfTheTwin() {
        int[] seen = new int[4];
        run(MarginMode.ISOLATED, 1, FLAT, seen);
        assertThat(Arrays.copyOf(seen, 3)).as("liquidated, deleveraged, called").doesNotContain(0);
    }

    @Test
    void ofCrossMarginIsThatOfTheTwin() {
        int[] seen = new int[4];
        run(MarginMode.CROSS, 1, FLAT, seen);
        assertThat(Arrays.copyOf(seen, 3)).as("liquidated, deleveraged, called").doesNotContain(0);
    }

    @Test
    void ofMarginThatTwoMarketsShareIsThatOfTheTwin() {
        int[] seen = new int[4];
        run(MarginMode.CROSS, 2, FLAT, seen);
        assertThat(Arrays.copyOf(seen, 3)).as("liquidated, deleveraged, called").doesNotContain(0);
    }
}
