package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.ROLLUP;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All roles with random actions: rewards add up, nothing throws, nothing is not a number, seats copy and save. */
class RewardsTest {
    private static final int SEEDS = 5;

    private static SeatedMarket seated(long seed) {
        SmallMarket market = new SmallMarket()
                .volatility(1.5)
                .priceB(2_030)
                .agent("maker", new RoleSpec.MarketMaker(BOOK, 5, 2, 100, 0.5, 60 * SECOND), 5, 100_000, 50)
                .agent(
                        "fund",
                        new RoleSpec.Portfolio(
                                List.of(
                                        new RoleSpec.Sleeve(MAIN, ETH, POOL_A),
                                        new RoleSpec.Sleeve(ROLLUP, ETH, POOL_C)),
                                List.of(0),
                                10,
                                0.01),
                        60,
                        50_000,
                        5)
                .agent(
                        "arb",
                        new RoleSpec.Arbitrage(
                                List.of(
                                        new RoleSpec.Route(POOL_A, POOL_B),
                                        new RoleSpec.Route(POOL_C, BOOK),
                                        new RoleSpec.Route(POOL_A, POOL_C)),
                                50_000,
                                0.01,
                                0.5,
                                List.of(0)),
                        7,
                        100_000,
                        50)
                .agent("trader", new RoleSpec.Trader(List.of(POOL_B, BOOK), 20_000, 0.01), 9, 100_000, 50)
                .agent("risk", new RoleSpec.Risk(List.of(0, 1, 2, 3)), 600, 0, 0);
        SeatedMarket seated = new SeatedMarket(market.spec(), seed);
        for (int level = 0; level < 10; level++) {
            seated.show(Side.BUY, 1_990 - 5 * level, 20, level);
            seated.show(Side.SELL, 2_010 + 5 * level, 20, 100 + level);
        }
        return seated;
    }

    private static double[] draw(ActionSpec spec, RandomStream random) {
        return spec.components().stream()
                .mapToDouble(component -> switch (component) {
                    case ActionComponent.Continuous(
                            String name,
                            String unit,
                            double low,
                            double high,
                            double neutral,
                            var meaning) ->
                        random.nextBoolean(0.2) ? neutral : low + (high - low) * random.nextDouble();
                    case ActionComponent.Discrete discrete ->
                        random.nextInt(discrete.labels().size());
                })
                .toArray();
    }

    private static void run(SeatedMarket seated, long untilNanos, RandomStream random) {
        seated.runUntil(
                untilNanos, (agent, values) -> draw(seated.roles.get(agent).actionSpec(), random));
    }

    @Test
    void addUpToTheChangeOfEquity() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SeatedMarket seated = seated(seed);
            run(seated, 2 * HOUR, RandomStream.of(seed, "actions"));
            for (int agent = 0; agent < 4; agent++) {
                double[] terms = new double[seated.rewards.get(agent).length];
                Role role = seated.roles.get(agent);
                role.rewards(seated.market, seated.seat(agent), terms);
                double sum = 0;
                for (int i = 0; i < terms.length; i++) {
                    boolean counts = !role.rewardTerms().get(i).equals("inventory_penalty");
                    sum += counts ? terms[i] + seated.rewards.get(agent)[i] : 0;
                }
                double change = seated.equity(agent) - seated.seat(agent).initialEquity();
                assertThat(sum).as("seed " + seed + ", " + role.name()).isCloseTo(change, within(1e-6));
            }
            assertThat(seated.market.checkConservation().violations())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    /** Everybody's fills on the trader's venues have two sides on the book, and one in a pool. */
    @Test
    void aTraderSeesWhatIsTradedOnItsVenues() {
        SeatedMarket seated = seated(3);
        double[] seen = new double[2];
        RandomStream random = RandomStream.of(3, "actions");
        int trader = 3;
        ObservationSpec features = seated.roles.get(trader).observationSpec();
        int pool = features.index("volume." + name(seated, POOL_B));
        int book = features.index("volume." + name(seated, BOOK));
        seated.runUntil(HOUR, (agent, values) -> {
            if (agent == trader) {
                seen[0] += values[pool];
                seen[1] += values[book];
            }
            return draw(seated.roles.get(agent).actionSpec(), random);
        });
        assertThat(seen[0]).isPositive();
        assertThat(seen[1]).isPositive();
        double all = 0;
        for (int participant = 0; participant <= seated.outsider(); participant++) {
            all += seated.market.totals(participant).tradedQuote();
        }
        double turnover = 2 * seated.market.turnover(BOOK);
        for (int venue : new int[] {POOL_A, POOL_B, POOL_C}) {
            turnover += seated.market.turnover(venue);
        }
        assertThat(turnover).isCloseTo(all, within(1e-6 * all));
        assertThat(seen[1]).isBetween(0.9 * seated.market.turnover(BOOK), seated.market.turnover(BOOK) * (1 + 1e-9));
        assertThat(seen[0])
                .isBetween(0.9 * seated.market.turnover(POOL_B), seated.market.turnover(POOL_B) * (1 + 1e-9));
    }

    private static String name(SeatedMarket seated, int venue) {
        return seated.market.spec().venues().get(venue).id();
    }

    @Test
    void costsAreWhatTheTotalsSay() {
        SeatedMarket seated = seated(1);
        run(seated, HOUR, RandomStream.of(1, "actions"));
        for (int agent = 0; agent < 4; agent++) {
            double[] terms = new double[seated.rewards.get(agent).length];
            seated.roles.get(agent).rewards(seated.market, seated.seat(agent), terms);
            var totals = seated.market.totals(seated.seat(agent).participant());
            double costs = terms[terms.length - 1] + seated.rewards.get(agent)[terms.length - 1];
            assertThat(-costs).isCloseTo(totals.feesPaidQuote() + totals.gasPaidQuote(), within(1e-6));
            assertThat(totals.fills()).as(seated.roles.get(agent).name()).isPositive();
        }
    }

    @Test
    void seatsGoOnFromTheirSavedBytes() {
        SeatedMarket seated = seated(2);
        run(seated, HOUR, RandomStream.of(2, "actions"));
        for (int agent = 0; agent < 5; agent++) {
            byte[] saved = bytes(seated.seat(agent));
            Seat loaded = Seat.load(new StateReader(saved), seated.roles.get(agent));
            assertThat(bytes(loaded)).isEqualTo(saved);
            Seat copy = seated.seat(agent).copy();
            assertThat(bytes(copy)).isEqualTo(saved);
            copy.limit(9, 0.125);
            assertThat(bytes(seated.seat(agent))).isEqualTo(saved);
        }
    }

    private static byte[] bytes(Seat seat) {
        StateWriter out = new StateWriter();
        seat.save(out);
        return out.toBytes();
    }

    @Test
    void lookingChangesNothing() {
        SeatedMarket looked = seated(3);
        SeatedMarket left = seated(3);
        RandomStream first = RandomStream.of(3, "actions");
        RandomStream second = RandomStream.of(3, "actions");
        for (long time = SECOND; time < 600 * SECOND; time += 10 * SECOND) {
            run(looked, time, first);
            run(left, time, second);
            for (int agent = 0; agent < 5; agent++) {
                looked.observe(agent);
                looked.roles.get(agent).rewards(looked.market, looked.seat(agent), new double[3]);
            }
        }
        for (int agent = 0; agent < 5; agent++) {
            assertThat(bytes(looked.seat(agent))).isEqualTo(bytes(left.seat(agent)));
        }
    }
}
