package catallaxy.environment.market.search;

import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.api.PublicTransaction;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.chain.BuildingSpec;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A market whose main chain takes bundles, with a victim and a searcher. Bitcoin against dollars is traded in the pool that they use, so
 * that gas, which is ether, stands apart.
 */
final class Street {
    static final long SECOND = 1_000_000_000L;
    static final int POOL = TestMarket.BTC_MAINNET;
    static final int VICTIM = 0;
    static final int SEARCHER = 1;

    final MarketEngine market;
    final List<MarketEvent> events = new ArrayList<>();

    Street(EngineSpec spec) {
        this(MarketEngine.of(spec, 1));
        market.openParticipant("victim", TestMarket.plenty());
        market.openParticipant("searcher", TestMarket.plenty());
    }

    private Street(MarketEngine market) {
        this.market = market;
        market.observe(events::add);
    }

    Street copy() {
        return new Street(market.copy());
    }

    static EngineSpec spec() {
        EngineSpec known = TestMarket.spec(0, 0);
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                List.of(
                        known.chains().getFirst().with(BuildingSpec.withBundles(true)),
                        known.chains().getLast()),
                known.exchanges(),
                known.venues(),
                known.bridges(),
                known.world());
    }

    static SearchersSpec searchers(SearchStrategy strategy, Integer... venues) {
        return new SearchersSpec(
                new Group("searcher", List.of(venues), 1_000_000),
                strategy,
                MarketCommand.EVERY_BUILDER,
                SECOND,
                0,
                new SearchersSpec.Bidding(0.9, 0.2, 1_000),
                new SearchersSpec.Habits(0, 0));
    }

    void runUntil(long timeNanos) {
        while (market.hasEventUntil(timeNanos)) {
            market.advance();
        }
    }

    /** The victim buys bitcoin for dollars, of which it wants at least a share of what is quoted; it waits then. */
    UInt256 buys(String dollars, double share) {
        return buysOn(POOL, dollars, share);
    }

    UInt256 buysOn(int venue, String dollars, double share) {
        UInt256 in = TestMarket.units(TestMarket.USDC, dollars);
        Quoting quoting = market.quoting(venue);
        double quoted = quoting.out(TestMarket.USDC, in.doubleValue() / 1e6);
        UInt256 least = market.toUnits(TestMarket.BTC, quoted * share);
        Call swap = quoting.swap(TestMarket.USDC, Amount.of(in), least);
        market.submit(VICTIM, market.chain(TestMarket.MAINNET).transaction(swap, MarketCommand.NO_DEADLINE));
        runUntil(market.timeNanos() + 8 * SECOND);
        return least;
    }

    SearchSight sight(SearchersSpec spec) {
        List<PublicTransaction> mempool = market.chain(TestMarket.MAINNET).mempool();
        return new SearchSight(market, spec, SEARCHER, TestMarket.MAINNET, mempool, RandomStream.of(1, "search"));
    }

    Optional<Opportunity> found(SearchersSpec spec) {
        SearchSight sight = sight(spec);
        return sight.mempool().stream()
                .flatMap(each -> WaitingSwap.of(each, market.map()).stream())
                .findFirst()
                .flatMap(swap -> spec.strategy().strategy().around(sight, swap));
    }

    BundleTrial tried(Opportunity opportunity) {
        return market.chain(TestMarket.MAINNET).simulate(SEARCHER, opportunity.items());
    }

    void bid(Opportunity opportunity, UInt256 wei) {
        long block = market.chain(TestMarket.MAINNET).blockNumber() + 1;
        market.submit(
                SEARCHER,
                new MarketCommand.SubmitBundle(TestMarket.MAINNET, 1, opportunity.items(), wei, block, "test"));
    }

    <E> List<E> only(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
