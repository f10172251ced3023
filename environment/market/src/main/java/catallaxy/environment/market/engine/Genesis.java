package catallaxy.environment.market.engine;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.chain.Chain;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.outage.Outages;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.World;

/** The first moment of a market: opens accounts, deploys contracts, endows participants, sets the first marks. */
final class Genesis {
    private Genesis() {}

    /** The state of a scenario at time zero, with nobody in it. */
    static MarketState of(EngineSpec spec, Kinds kinds, long seed) {
        Ledger ledger = new Ledger(spec.assets());
        MarketLayout layout = new MarketLayout(spec, kinds, ledger);
        Bridge[] bridges = bridges(layout, ledger, seed);
        Contract[] contracts = contracts(layout, ledger, bridges);
        Settlement settlement =
                new Settlement(ledger, layout.accounts(), spec.venues().size());
        MarketState state = new MarketState(
                layout,
                settlement,
                chains(layout, seed),
                bridges,
                books(layout),
                contracts,
                outages(spec, seed),
                World.of(spec.world(), seed),
                new Network(spec, seed));
        WorldSchedule.updateMarks(state);
        ClearingHouses.open(state);
        return state;
    }

    private static Chain[] chains(MarketLayout layout, long seed) {
        Chain[] chains = new Chain[layout.spec().chains().size()];
        for (int i = 0; i < chains.length; i++) {
            chains[i] = new Chain(i, layout.spec().chains().get(i), layout.feeAccounts(i), seed);
        }
        return chains;
    }

    private static Outages[] outages(EngineSpec spec, long seed) {
        Outages[] outages = new Outages[spec.places()];
        for (int place = 0; place < outages.length; place++) {
            outages[place] = Outages.of(spec.outages(place), spec.placeId(place), seed);
        }
        return outages;
    }

    private static Bridge[] bridges(MarketLayout layout, Ledger ledger, long seed) {
        Bridge[] bridges = new Bridge[layout.spec().bridges().size()];
        for (int i = 0; i < bridges.length; i++) {
            bridges[i] = Bridge.of(
                    layout.spec().bridges().get(i), ledger, layout.spec().quoteAsset(), seed);
        }
        for (Bridge bridge : bridges) {
            bridge.found(
                    ledger,
                    (account, chain, asset, amount) -> endow(layout, ledger, bridges, account, chain, asset, amount));
        }
        return bridges;
    }

    private static BookMarket[] books(MarketLayout layout) {
        BookMarket[] books = new BookMarket[layout.bookVenues().length];
        for (int i = 0; i < books.length; i++) {
            int venue = layout.bookVenues()[i];
            VenueSpec.Book spec = (VenueSpec.Book) layout.spec().venues().get(venue);
            books[i] = new BookMarket(
                    venue, spec, layout.exchange(spec.exchange()).spec().selfTradePrevention());
        }
        return books;
    }

    private static Contract[] contracts(MarketLayout layout, Ledger ledger, Bridge[] bridges) {
        Contract[] contracts = new Contract[layout.contracts().count()];
        for (int i = 0; i < contracts.length; i++) {
            contracts[i] = layout.contracts()
                    .deploy(
                            i,
                            ledger,
                            (account, place, asset, amount) ->
                                    endow(layout, ledger, bridges, account, place, asset, amount));
        }
        return contracts;
    }

    /** Puts new units into an account of a chain or exchange: minted by a bridge where the asset is foreign. */
    static void endow(MarketState state, int account, int place, int asset, UInt256 amount) {
        endow(state.layout, state.settlement.ledger(), state.bridges, account, place, asset, amount);
    }

    private static void endow(
            MarketLayout layout, Ledger ledger, Bridge[] bridges, int account, int place, int asset, UInt256 amount) {
        for (Bridge bridge : bridges) {
            if (bridge.mints(place, asset)) {
                bridge.endow(ledger, layout.genesisIssuer(), account, asset, amount);
                return;
            }
        }
        ledger.issue(layout.genesisIssuer(), account, asset, amount);
    }
}
