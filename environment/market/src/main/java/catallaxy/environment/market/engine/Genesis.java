package catallaxy.environment.market.engine;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.chain.Chain;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.pool.V2Accounts;
import catallaxy.environment.market.pool.V2Mint;
import catallaxy.environment.market.pool.V2Pair;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.World;

/** The first moment of a market: opens accounts, endows participants and pools, sets the first marks. */
final class Genesis {
    private Genesis() {}

    /** The state of a scenario at time zero, with nobody in it. */
    static MarketState of(EngineSpec spec, long seed) {
        Ledger ledger = new Ledger(spec.assets());
        MarketLayout layout = new MarketLayout(spec, ledger);
        Settlement settlement =
                new Settlement(ledger, layout.accounts(), spec.venues().size());
        MarketState state = new MarketState(
                layout,
                settlement,
                chains(layout, seed),
                bridges(layout, seed),
                books(layout),
                pairs(layout),
                World.of(spec.world(), seed),
                new Network(spec, seed));
        for (int i = 0; i < state.pairs.length; i++) {
            fill(state, i);
        }
        updateMarks(state);
        return state;
    }

    private static Chain[] chains(MarketLayout layout, long seed) {
        Chain[] chains = new Chain[layout.spec().chains().size()];
        for (int i = 0; i < chains.length; i++) {
            chains[i] =
                    new Chain(i, layout.spec().chains().get(i), layout.burnAccount(i), layout.proposerAccount(i), seed);
        }
        return chains;
    }

    private static Bridge[] bridges(MarketLayout layout, long seed) {
        Bridge[] bridges = new Bridge[layout.spec().bridges().size()];
        for (int i = 0; i < bridges.length; i++) {
            bridges[i] = new Bridge(
                    layout.spec().bridges().get(i),
                    layout.lockAccount(i),
                    layout.bridgeIssuer(i),
                    layout.bridgeFeeAccount(i),
                    seed);
        }
        return bridges;
    }

    private static BookMarket[] books(MarketLayout layout) {
        BookMarket[] books = new BookMarket[layout.bookVenues().length];
        for (int i = 0; i < books.length; i++) {
            int venue = layout.bookVenues()[i];
            books[i] = new BookMarket(
                    venue, (VenueSpec.Book) layout.spec().venues().get(venue));
        }
        return books;
    }

    private static V2Pair[] pairs(MarketLayout layout) {
        V2Pair[] pairs = new V2Pair[layout.pairVenues().length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new V2Pair(layout.pairAccounts(i));
        }
        return pairs;
    }

    /** Gives a pool its first reserves; the shares belong to nobody who acts. */
    private static void fill(MarketState state, int index) {
        V2Pair pair = state.pairs[index];
        V2Accounts accounts = pair.accounts();
        int venue = state.layout.pairVenues()[index];
        VenueSpec.UniswapV2 spec =
                (VenueSpec.UniswapV2) state.layout.spec().venues().get(venue);
        Ledger ledger = state.settlement.ledger();
        int founder = ledger.openAccount(spec.id() + "/founder");
        if (spec.feeOn()) {
            pair.setFeeTo(ledger.openAccount(spec.id() + "/protocol"));
        }
        endow(state, accounts.pair(), spec.chain(), accounts.asset0(), spec.reserve0());
        endow(state, accounts.pair(), spec.chain(), accounts.asset1(), spec.reserve1());
        V2Mint mint = pair.mint(ledger, 0, founder);
        if (!mint.status().ok()) {
            throw new IllegalArgumentException("venue " + spec.id() + ": the initial reserves are refused: "
                    + mint.status().reason());
        }
    }

    /** Puts new units into an account of a chain or exchange: minted by a bridge where the asset is foreign. */
    static void endow(MarketState state, int account, int place, int asset, UInt256 amount) {
        for (Bridge bridge : state.bridges) {
            if (bridge.spec().remoteChain() == place && bridge.spec().assets().contains(asset)) {
                bridge.endow(state.settlement, state.layout.genesisIssuer(), account, asset, amount);
                return;
            }
        }
        state.settlement.ledger().issue(state.layout.genesisIssuer(), account, asset, amount);
    }

    /** Marks every asset at the world's price; assets the world does not know keep what they had, or 1 for the quote. */
    static void updateMarks(MarketState state) {
        EngineSpec spec = state.layout.spec();
        for (int asset = 0; asset < spec.assets().size(); asset++) {
            int inWorld = state.layout.worldAsset(asset);
            if (inWorld >= 0) {
                state.settlement.mark(asset, state.world.price(inWorld));
            } else if (asset == spec.quoteAsset()) {
                state.settlement.mark(asset, 1);
            }
        }
    }
}
