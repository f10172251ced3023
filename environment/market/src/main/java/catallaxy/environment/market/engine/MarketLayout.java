package catallaxy.environment.market.engine;

import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.exchange.Exchange;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.pool.V2Accounts;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What stays the same for the whole of a run: which ledger accounts belong to what, and where each venue's state is
 * found. Built together with the ledger, by the same steps in the same order for every seed; shared by all forks.
 */
final class MarketLayout {
    private final EngineSpec spec;
    private final Units units;
    private final Accounts accounts;
    private final int genesisIssuer;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final int[] burnAccounts;
    private final int[] proposerAccounts;
    private final int[] lockAccounts;
    private final int[] bridgeIssuers;
    private final int[] bridgeFeeAccounts;
    private final int[] bookVenues;
    private final int[] pairVenues;
    private final int[] venuePositions;
    private final V2Accounts[] pairAccounts;
    private final int[] markVenues;
    private final int[] worldAssets;

    /** Opens every account of the market itself on a ledger that has none yet. */
    MarketLayout(EngineSpec spec, Ledger ledger) {
        this.spec = spec;
        this.units = new Units(spec);
        this.accounts = new Accounts(placeIds(spec));
        this.genesisIssuer = ledger.openIssuer("genesis");
        int chains = spec.chains().size();
        this.burnAccounts = open(ledger, chains, i -> spec.chains().get(i).id() + "/burned");
        this.proposerAccounts = open(ledger, chains, i -> spec.chains().get(i).id() + "/proposers");
        int bridges = spec.bridges().size();
        this.lockAccounts = open(ledger, bridges, i -> spec.bridges().get(i).id() + "/locked");
        this.bridgeFeeAccounts =
                open(ledger, bridges, i -> spec.bridges().get(i).id() + "/fees");
        this.bridgeIssuers = new int[bridges];
        for (int i = 0; i < bridges; i++) {
            bridgeIssuers[i] = ledger.openIssuer(spec.bridges().get(i).id() + "/minted");
        }
        for (int i = 0; i < spec.exchanges().size(); i++) {
            ExchangeSpec exchange = spec.exchanges().get(i);
            int fees = ledger.openAccount(exchange.id() + "/fees");
            exchanges.add(new Exchange(exchange, spec.placeOfExchange(i), fees));
        }
        this.bookVenues = venues(VenueSpec.Book.class);
        this.pairVenues = venues(VenueSpec.UniswapV2.class);
        this.venuePositions = positions(bookVenues, pairVenues);
        this.pairAccounts = openPairs(ledger);
        this.markVenues = markVenues();
        this.worldAssets = worldAssets(spec);
    }

    private static List<String> placeIds(EngineSpec spec) {
        List<String> ids = new ArrayList<>();
        for (int place = 0; place < spec.places(); place++) {
            ids.add(spec.placeId(place));
        }
        return ids;
    }

    private static int[] open(Ledger ledger, int count, IntFunction<String> name) {
        int[] opened = new int[count];
        for (int i = 0; i < count; i++) {
            opened[i] = ledger.openAccount(name.apply(i));
        }
        return opened;
    }

    private int[] venues(Class<? extends VenueSpec> kind) {
        return IntStream.range(0, spec.venues().size())
                .filter(i -> kind.isInstance(spec.venues().get(i)))
                .toArray();
    }

    private int[] positions(int[]... groups) {
        int[] positions = new int[spec.venues().size()];
        for (int[] group : groups) {
            for (int i = 0; i < group.length; i++) {
                positions[group[i]] = i;
            }
        }
        return positions;
    }

    private V2Accounts[] openPairs(Ledger ledger) {
        V2Accounts[] opened = new V2Accounts[pairVenues.length];
        for (int i = 0; i < opened.length; i++) {
            VenueSpec pool = spec.venues().get(pairVenues[i]);
            opened[i] = V2Accounts.open(ledger, pool.id(), pool.base(), pool.quote());
        }
        return opened;
    }

    /** For each asset the venue whose price marks it: the first book against the quote asset, else the first pool; or −1. */
    private int[] markVenues() {
        int[] venues = new int[spec.assets().size()];
        for (int asset = 0; asset < venues.length; asset++) {
            int book = first(bookVenues, asset);
            venues[asset] = book >= 0 ? book : first(pairVenues, asset);
        }
        return venues;
    }

    private int first(int[] candidates, int asset) {
        for (int venue : candidates) {
            VenueSpec each = spec.venues().get(venue);
            if (each.base() == asset && each.quote() == spec.quoteAsset()) {
                return venue;
            }
        }
        return -1;
    }

    private static int[] worldAssets(EngineSpec spec) {
        List<String> names = spec.world().assets().stream()
                .map(catallaxy.environment.market.world.AssetSpec::asset)
                .toList();
        return spec.assets().stream()
                .mapToInt(asset -> names.indexOf(asset.symbol()))
                .toArray();
    }

    /** Index of an asset in the world, or −1 if it has no price there. */
    int worldAsset(int asset) {
        return worldAssets[asset];
    }

    EngineSpec spec() {
        return spec;
    }

    Units units() {
        return units;
    }

    Accounts accounts() {
        return accounts;
    }

    int genesisIssuer() {
        return genesisIssuer;
    }

    Exchange exchange(int exchange) {
        return exchanges.get(exchange);
    }

    int burnAccount(int chain) {
        return burnAccounts[chain];
    }

    int proposerAccount(int chain) {
        return proposerAccounts[chain];
    }

    int lockAccount(int bridge) {
        return lockAccounts[bridge];
    }

    int bridgeIssuer(int bridge) {
        return bridgeIssuers[bridge];
    }

    int bridgeFeeAccount(int bridge) {
        return bridgeFeeAccounts[bridge];
    }

    int[] bookVenues() {
        return bookVenues;
    }

    int[] pairVenues() {
        return pairVenues;
    }

    int bookIndex(int venue) {
        return venuePositions[venue];
    }

    int pairIndex(int venue) {
        return venuePositions[venue];
    }

    V2Accounts pairAccounts(int pairIndex) {
        return pairAccounts[pairIndex];
    }

    int markVenue(int asset) {
        return markVenues[asset];
    }
}
