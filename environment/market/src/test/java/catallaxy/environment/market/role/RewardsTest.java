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

    private static Table table(long seed) {
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
        Table table = new Table(market.spec(), seed);
        for (int level = 0; level < 10; level++) {
            table.show(Side.BUY, 1_990 - 5 * level, 20, level);
            table.show(Side.SELL, 2_010 + 5 * level, 20, 100 + level);
        }
        return table;
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

    private static void run(Table table, long untilNanos, RandomStream random) {
        table.runUntil(
                untilNanos, (agent, values) -> draw(table.roles.get(agent).actionSpec(), random));
    }

    @Test
    void addUpToTheChangeOfEquity() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Table table = table(seed);
            run(table, 2 * HOUR, RandomStream.of(seed, "actions"));
            for (int agent = 0; agent < 4; agent++) {
                double[] terms = new double[table.rewards.get(agent).length];
                Role role = table.roles.get(agent);
                role.rewards(table.market, table.seat(agent), terms);
                double sum = 0;
                for (int i = 0; i < terms.length; i++) {
                    boolean counts = !role.rewardTerms().get(i).equals("inventory_penalty");
                    sum += counts ? terms[i] + table.rewards.get(agent)[i] : 0;
                }
                double change = table.equity(agent) - table.seat(agent).initialEquity();
                assertThat(sum).as("seed " + seed + ", " + role.name()).isCloseTo(change, within(1e-6));
            }
            assertThat(table.market.checkConservation().violations())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    /** Everybody's fills on the trader's venues have two sides on the book, and one in a pool. */
    @Test
    void aTraderSeesWhatIsTradedOnItsVenues() {
        Table table = table(3);
        double[] seen = new double[2];
        RandomStream random = RandomStream.of(3, "actions");
        int trader = 3;
        ObservationSpec features = table.roles.get(trader).observationSpec();
        int pool = features.index("volume." + name(table, POOL_B));
        int book = features.index("volume." + name(table, BOOK));
        table.runUntil(HOUR, (agent, values) -> {
            if (agent == trader) {
                seen[0] += values[pool];
                seen[1] += values[book];
            }
            return draw(table.roles.get(agent).actionSpec(), random);
        });
        assertThat(seen[0]).isPositive();
        assertThat(seen[1]).isPositive();
        double all = 0;
        for (int participant = 0; participant <= table.outsider(); participant++) {
            all += table.market.totals(participant).tradedQuote();
        }
        double turnover = 2 * table.market.turnover(BOOK);
        for (int venue : new int[] {POOL_A, POOL_B, POOL_C}) {
            turnover += table.market.turnover(venue);
        }
        assertThat(turnover).isCloseTo(all, within(1e-6 * all));
        assertThat(seen[1]).isBetween(0.9 * table.market.turnover(BOOK), table.market.turnover(BOOK) * (1 + 1e-9));
        assertThat(seen[0]).isBetween(0.9 * table.market.turnover(POOL_B), table.market.turnover(POOL_B) * (1 + 1e-9));
    }

    private static String name(Table table, int venue) {
        return table.market.spec().venues().get(venue).id();
    }

    @Test
    void costsAreWhatTheTotalsSay() {
        Table table = table(1);
        run(table, HOUR, RandomStream.of(1, "actions"));
        for (int agent = 0; agent < 4; agent++) {
            double[] terms = new double[table.rewards.get(agent).length];
            table.roles.get(agent).rewards(table.market, table.seat(agent), terms);
            var totals = table.market.totals(table.seat(agent).participant());
            double costs = terms[terms.length - 1] + table.rewards.get(agent)[terms.length - 1];
            assertThat(-costs).isCloseTo(totals.feesPaidQuote() + totals.gasPaidQuote(), within(1e-6));
            assertThat(totals.fills()).as(table.roles.get(agent).name()).isPositive();
        }
    }

    @Test
    void seatsGoOnFromTheirSavedBytes() {
        Table table = table(2);
        run(table, HOUR, RandomStream.of(2, "actions"));
        for (int agent = 0; agent < 5; agent++) {
            byte[] saved = bytes(table.seat(agent));
            Seat loaded = Seat.load(new StateReader(saved), table.roles.get(agent));
            assertThat(bytes(loaded)).isEqualTo(saved);
            Seat copy = table.seat(agent).copy();
            assertThat(bytes(copy)).isEqualTo(saved);
            copy.limit(9, 0.125);
            assertThat(bytes(table.seat(agent))).isEqualTo(saved);
        }
    }

    private static byte[] bytes(Seat seat) {
        StateWriter out = new StateWriter();
        seat.save(out);
        return out.toBytes();
    }

    @Test
    void lookingChangesNothing() {
        Table looked = table(3);
        Table left = table(3);
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
