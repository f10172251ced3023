package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.chain.Chain;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.kernel.EventQueue;
import catallaxy.environment.market.kernel.SlotTable;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.outage.Outages;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.World;

/** All that changes in a market: one object to copy, to save and to restore. Owned by its engine. */
final class MarketState {
    final MarketLayout layout;
    final Settlement settlement;
    final Chain[] chains;
    final Bridge[] bridges;
    final BookMarket[] books;
    /** The contracts of venues, by their places. */
    final Contract[] contracts;

    /** By place. */
    final Outages[] outages;

    final World world;
    final EventQueue queue;
    final Network network;
    final SlotTable<Delivery> deliveries;
    long timeNanos;
    long transactions;
    long handled;

    MarketState(
            MarketLayout layout,
            Settlement settlement,
            Chain[] chains,
            Bridge[] bridges,
            BookMarket[] books,
            Contract[] contracts,
            Outages[] outages,
            World world,
            Network network) {
        this(
                layout,
                settlement,
                chains,
                bridges,
                books,
                contracts,
                outages,
                world,
                network,
                new EventQueue(),
                new SlotTable<>());
    }

    private MarketState(
            MarketLayout layout,
            Settlement settlement,
            Chain[] chains,
            Bridge[] bridges,
            BookMarket[] books,
            Contract[] contracts,
            Outages[] outages,
            World world,
            Network network,
            EventQueue queue,
            SlotTable<Delivery> deliveries) {
        this.layout = layout;
        this.settlement = settlement;
        this.chains = chains;
        this.bridges = bridges;
        this.books = books;
        layout.houses().secure(layout, books);
        this.contracts = contracts;
        this.outages = outages;
        this.world = world;
        this.network = network;
        this.queue = queue;
        this.deliveries = deliveries;
    }

    BookMarket book(int venue) {
        return books[layout.bookIndex(venue)];
    }

    /** The contract of a venue on a chain. */
    Contract contract(int venue) {
        return contracts[layout.contracts().place(venue)];
    }

    /** The contract at an address. */
    Contract at(int address) {
        Contracts table = layout.contracts();
        return address < table.services() ? table.service(address) : contracts[address - table.services()];
    }

    /**
     * A number that grows with whatever happens: while it stays, so does all that can be seen of anybody's property. Not for comparison
     * with that of another market.
     */
    long moment() {
        return handled
                + settlement.ledger().operations()
                + settlement.log().digest().events();
    }

    /** Puts what will happen into the queue. */
    void schedule(long timeNanos, EventKind kind, int target, long argument) {
        queue.schedule(timeNanos, kind.priority(), kind.code(), target, argument);
    }

    MarketState copy() {
        MarketState copy = new MarketState(
                layout,
                settlement.copy(),
                copies(chains),
                copies(bridges),
                copies(books),
                copies(contracts),
                copies(outages),
                world.copy(),
                network.copy(),
                queue.copy(),
                deliveries.copy());
        copy.timeNanos = timeNanos;
        copy.transactions = transactions;
        copy.handled = handled;
        return copy;
    }

    private static Chain[] copies(Chain[] chains) {
        Chain[] copies = chains.clone();
        for (int i = 0; i < copies.length; i++) {
            copies[i] = chains[i].copy();
        }
        return copies;
    }

    private static Bridge[] copies(Bridge[] bridges) {
        Bridge[] copies = bridges.clone();
        for (int i = 0; i < copies.length; i++) {
            copies[i] = bridges[i].copy();
        }
        return copies;
    }

    private static BookMarket[] copies(BookMarket[] books) {
        BookMarket[] copies = books.clone();
        for (int i = 0; i < copies.length; i++) {
            copies[i] = books[i].copy();
        }
        return copies;
    }

    private static Contract[] copies(Contract[] contracts) {
        Contract[] copies = contracts.clone();
        for (int i = 0; i < copies.length; i++) {
            copies[i] = contracts[i].copy();
        }
        return copies;
    }

    private static Outages[] copies(Outages[] outages) {
        Outages[] copies = outages.clone();
        for (int i = 0; i < copies.length; i++) {
            copies[i] = outages[i].copy();
        }
        return copies;
    }

    /** What a chain charges at present for a call's data, wei; nothing unless it posts data on another chain. */
    UInt256 dataFeeWei(int chain, Call call) {
        int place = layout.settlesOn(chain);
        return place < 0
                ? UInt256.ZERO
                : chains[chain]
                        .spec()
                        .dataSpec()
                        .data()
                        .wei(call.dataBytes(), chains[place].baseFeeWei(), chains[place].blobBaseFeeWei());
    }

    void save(StateWriter out) {
        out.int64(timeNanos).int64(transactions).int64(handled);
        settlement.save(out);
        for (Chain chain : chains) {
            chain.save(out);
        }
        for (Bridge bridge : bridges) {
            bridge.save(out);
        }
        for (BookMarket book : books) {
            book.save(out);
        }
        for (Contract contract : contracts) {
            contract.save(out);
        }
        for (Outages each : outages) {
            each.save(out);
        }
        world.save(out);
        network.save(out);
        queue.save(out);
        deliveries.save(out, (writer, each) -> each.save(writer));
    }

    /** Reads a state back into the layout of the same scenario. */
    static MarketState load(StateReader in, MarketLayout layout) {
        long timeNanos = in.int64();
        long transactions = in.int64();
        long handled = in.int64();
        Settlement settlement = Settlement.load(in, layout.accounts());
        MarketState state = new MarketState(
                layout,
                settlement,
                loadChains(in, layout),
                loadBridges(in, layout.spec(), settlement.ledger()),
                loadBooks(in, layout),
                loadContracts(in, layout),
                loadOutages(in, layout.spec()),
                World.load(layout.spec().world(), in),
                Network.load(in, layout.spec(), layout.contracts().calls().reader()),
                EventQueue.load(in),
                SlotTable.load(in, Delivery::load));
        state.timeNanos = timeNanos;
        state.transactions = transactions;
        state.handled = handled;
        return state;
    }

    private static Outages[] loadOutages(StateReader in, EngineSpec spec) {
        Outages[] outages = new Outages[spec.places()];
        for (int place = 0; place < outages.length; place++) {
            outages[place] = Outages.load(in, spec.outages(place));
        }
        return outages;
    }

    private static Chain[] loadChains(StateReader in, MarketLayout layout) {
        Chain[] chains = new Chain[layout.spec().chains().size()];
        for (int i = 0; i < chains.length; i++) {
            chains[i] = Chain.load(
                    in,
                    layout.contracts().calls().reader(),
                    effects -> BlockEffects.load(effects, layout),
                    i,
                    layout.spec().chains().get(i),
                    layout.feeAccounts(i));
        }
        return chains;
    }

    private static Bridge[] loadBridges(StateReader in, EngineSpec spec, Ledger ledger) {
        Bridge[] bridges = new Bridge[spec.bridges().size()];
        for (int i = 0; i < bridges.length; i++) {
            bridges[i] = Bridge.load(in, spec.bridges().get(i), ledger, spec.quoteAsset());
        }
        return bridges;
    }

    private static BookMarket[] loadBooks(StateReader in, MarketLayout layout) {
        BookMarket[] books = new BookMarket[layout.bookVenues().length];
        for (int i = 0; i < books.length; i++) {
            int venue = layout.bookVenues()[i];
            books[i] = BookMarket.load(
                    in, venue, (VenueSpec.Book) layout.spec().venues().get(venue));
        }
        return books;
    }

    private static Contract[] loadContracts(StateReader in, MarketLayout layout) {
        Contract[] contracts = new Contract[layout.contracts().count()];
        for (int i = 0; i < contracts.length; i++) {
            contracts[i] = layout.contracts().load(i, in);
        }
        return contracts;
    }
}
