package catallaxy.environment.market.storm;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.chain.BlobSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.DataSpec;
import catallaxy.environment.market.chain.ForcedInclusion;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.Site;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands on two chains on which it storms. Bridges and the exchange are those of the gateways; the first chain alone has venues.
 *
 * @param kinds   of contracts
 * @param venues  all on the first chain, in the order of their indices
 * @param wealth  base units of each asset that each participant has on each chain at first
 */
record StormPlan(
        Kinds kinds,
        List<AssetSpec> assets,
        List<? extends VenueSpec.OnChain> venues,
        List<BridgeSpec> bridges,
        List<UInt256> wealth) {
    static final int CHAINS = 2;
    static final int PARTICIPANTS = 4;

    StormPlan {
        assets = List.copyOf(assets);
        venues = List.copyOf(venues);
        bridges = List.copyOf(bridges);
        wealth = List.copyOf(wealth);
    }

    /** Venues alone, and as much of each asset. */
    StormPlan(Kinds kinds, List<AssetSpec> assets, List<? extends VenueSpec.OnChain> venues, UInt256 wealth) {
        this(kinds, assets, venues, List.of(), Collections.nCopies(assets.size(), wealth));
    }

    /** What a chain's services find. */
    Site site(Ledger ledger, int chain) {
        return new Found(this, ledger, chain);
    }

    private record Found(StormPlan plan, Ledger ledger, int chain) implements Site {
        private static final List<ExchangeSpec> EXCHANGES = List.of(new ExchangeSpec("spot", 0, 0, 0, 0, 0, 0));

        private static final List<ChainSpec> ROLLUP_ON_MAINNET =
                rollupOnMainnet(TestMarket.spec().chains());

        /** On the second chain a call can be forced through the first. */
        private static List<ChainSpec> rollupOnMainnet(List<ChainSpec> chains) {
            DataSpec data = new DataSpec(
                    chains.getFirst().id(), DataSpec.NONE.data(), new ForcedInclusion(3_600_000_000_000L, 0));
            return List.of(chains.getFirst(), chains.getLast().with(BlobSpec.NONE, data));
        }

        @Override
        public <S> List<S> specs(Class<S> type) {
            return Stream.of(plan.venues(), plan.bridges(), EXCHANGES, ROLLUP_ON_MAINNET)
                    .flatMap(List::stream)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        @Override
        public int account(String name) {
            return ledger.account(name);
        }

        @Override
        public int quoteAsset() {
            return 0;
        }

        @Override
        public int place(String id) {
            return CHAINS;
        }
    }
}
