package catallaxy.environment.market.search;

import static catallaxy.environment.market.engine.TestMarket.BTC_MAINNET;
import static catallaxy.environment.market.engine.TestMarket.ETH_MAINNET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.chain.BuildingSpec;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.EventKind;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.NoiseSpec;
import catallaxy.environment.market.population.Population;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Searchers among users, over hours. */
final class SearchersTest {
    private static final long HOUR = 3_600 * Street.SECOND;
    private static final List<Integer> POOLS = List.of(ETH_MAINNET, BTC_MAINNET);

    private final List<MarketEvent> events = new ArrayList<>();

    private static GroupSpec users() {
        return new NoiseSpec(
                new Group("users", POOLS, 50_000_000), 300, new TradeSize(20_000, 0.7), 0, 0, 60 * Street.SECOND, 100);
    }

    private static SearchersSpec searchers(String id, SearchersSpec.Habits habits) {
        return new SearchersSpec(
                new Group(id, POOLS, 4_000_000),
                SearchStrategy.SANDWICH,
                -1,
                Street.SECOND,
                1,
                new SearchersSpec.Bidding(0.9, 0.2, 10_000),
                habits);
    }

    private static SearchersSpec searchers(String id) {
        return searchers(id, new SearchersSpec.Habits(0, 0));
    }

    private static EngineSpec engine(BuildingSpec building) {
        EngineSpec known = TestMarket.spec(0, 0);
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                List.of(known.chains().getFirst().with(building), known.chains().getLast()),
                known.exchanges(),
                known.venues(),
                known.bridges(),
                known.world());
    }

    /** A market with its population. */
    private record Town(MarketEngine market, Population population) {
        static Town of(BuildingSpec building, long seed, List<GroupSpec> groups) {
            MarketEngine market = MarketEngine.of(engine(building), seed);
            Town town = new Town(market, new Population(groups, market, seed));
            for (int group = 0; group < groups.size(); group++) {
                market.wake(EventKind.POPULATION, group, town.population.firstWakeNanos(group));
            }
            return town;
        }

        Town runUntil(long timeNanos) {
            while (market.hasEventUntil(timeNanos)) {
                int group = market.advance();
                if (group != MarketEngine.HANDLED) {
                    market.wake(EventKind.POPULATION, group, population.wake(market, group));
                }
            }
            return this;
        }

        Town copy() {
            return new Town(market.copy(), population.copy());
        }

        byte[] bytes() {
            StateWriter out = new StateWriter();
            market.save(out);
            population.save(out);
            return out.toBytes();
        }

        String digest() {
            return market.log().digest().hex();
        }
    }

    private Town town(BuildingSpec building, GroupSpec... groups) {
        Town town = Town.of(building, 3, List.of(groups));
        town.market().observe(events::add);
        return town;
    }

    private List<MarketEvent.BundleIncluded> included() {
        return events.stream()
                .filter(MarketEvent.BundleIncluded.class::isInstance)
                .map(MarketEvent.BundleIncluded.class::cast)
                .toList();
    }

    /** The swaps of each included bundle, in order. */
    private List<List<MarketEvent.PoolSwapped>> bundles() {
        List<List<MarketEvent.PoolSwapped>> bundles = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof MarketEvent.BundleIncluded bundle) {
                bundles.add(swapsBefore(i, bundle.transactions()));
            }
        }
        return bundles;
    }

    private List<MarketEvent.PoolSwapped> swapsBefore(int end, int transactions) {
        List<MarketEvent.PoolSwapped> swaps = new ArrayList<>();
        int seen = 0;
        for (int i = end - 1; i >= 0 && seen <= transactions; i--) {
            seen += events.get(i) instanceof MarketEvent.TransactionExecuted ? 1 : 0;
            if (seen <= transactions && events.get(i) instanceof MarketEvent.PoolSwapped swap) {
                swaps.addFirst(swap);
            }
        }
        return swaps;
    }

    private static boolean isExact(List<MarketEvent.PoolSwapped> swaps) {
        return swaps.getFirst().amountOut().equals(swaps.getLast().amountIn());
    }

    /** On mainnet 89 % of sandwiches sell exactly what was bought and none more; 93 % stand directly around one victim, none around two. */
    @Test
    void sandwichesAreAsThoseOfRealBlocks() {
        SearchersSpec.Habits habits = new SearchersSpec.Habits(0.11, 0.07);
        town(BuildingSpec.withBundles(true), users(), searchers("one", habits), searchers("two", habits))
                .runUntil(6 * HOUR);
        List<List<MarketEvent.PoolSwapped>> bundles = bundles();
        assertThat(bundles).hasSizeGreaterThan(200);
        double exact = bundles.stream().filter(SearchersTest::isExact).count() / (double) bundles.size();
        double error = StrictMath.sqrt(0.89 * 0.11 / bundles.size());
        assertThat(exact).isBetween(0.89 - 4 * error, 0.89 + 4 * error);
        for (List<MarketEvent.PoolSwapped> each : bundles) {
            MarketEvent.PoolSwapped front = each.getFirst();
            MarketEvent.PoolSwapped back = each.getLast();
            assertThat(front.amountOut().isAtLeast(back.amountIn()))
                    .as("%s", each)
                    .isTrue();
            assertThat(front.participant()).isEqualTo(back.participant());
            assertThat(each.stream().filter(swap -> swap.venue() == front.venue()))
                    .as("one victim")
                    .hasSize(3);
        }
        double direct =
                included().stream().filter(each -> each.transactions() == 3).count() / (double) bundles.size();
        assertThat(direct).isBetween(0.90, 1.0);
    }

    @Test
    void aRivalMakesThemBidMostOfWhatTheyGain() {
        town(BuildingSpec.withBundles(true), users(), searchers("one")).runUntil(3 * HOUR);
        double alone = bidShare();
        events.clear();
        town(BuildingSpec.withBundles(true), users(), searchers("one"), searchers("two"))
                .runUntil(3 * HOUR);
        double rivals = bidShare();
        assertThat(alone).isBetween(0.1, 0.25);
        assertThat(rivals).isGreaterThan(2 * alone);
    }

    @Test
    void whereBidsAreSealedTheyBidTheirLimitAtOnce() {
        town(BuildingSpec.withBundles(false), users(), searchers("one")).runUntil(2 * HOUR);
        assertThat(bidShare()).isBetween(0.75, 0.95);
    }

    /** Bids as a share of what was gained before them; worth at 2000 dollars an ether and 40,000 a bitcoin. */
    private double bidShare() {
        double[] worth = {2_000 / 1e18, 40_000 / 1e8, 1 / 1e6};
        double bids = 0;
        double net = 0;
        for (MarketEvent.BundleIncluded each : included()) {
            bids += each.bidWei().doubleValue() * worth[0];
            for (MarketEvent.Detail change : each.changes()) {
                double amount = change.units().doubleValue() * worth[change.asset()];
                net += change.name().equals("gained") ? amount : -amount;
            }
        }
        assertThat(included()).hasSizeGreaterThan(30);
        return bids / (bids + net);
    }

    @Test
    void copiesAndRestoredTownsGoOnAlike() {
        List<GroupSpec> groups = List.of(users(), searchers("one"), searchers("two"));
        BuildingSpec building = BuildingSpec.withBundles(true).with(3);
        Town town = Town.of(building, 5, groups).runUntil(HOUR + 7 * Street.SECOND);
        Town copy = town.copy();
        StateReader in = new StateReader(town.bytes());
        Town fresh = Town.of(building, 5, groups);
        MarketEngine market = fresh.market().restored(in);
        Town restored = new Town(market, Population.load(in, groups, market));
        in.end();
        assertThat(copy.bytes()).isEqualTo(town.bytes());
        assertThat(restored.bytes()).isEqualTo(town.bytes());
        town.runUntil(2 * HOUR);
        assertThat(copy.runUntil(2 * HOUR).digest()).isEqualTo(town.digest());
        assertThat(restored.runUntil(2 * HOUR).digest()).isEqualTo(town.digest());
        assertThat(town.market().checkConservation().holds()).isTrue();
    }

    @Test
    void aChainWithoutBundlesIsRefused() {
        assertThatThrownBy(() -> searchers("one").check(TestMarket.spec()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("building.bundles = true");
    }
}
