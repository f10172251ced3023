package catallaxy.environment.market.engine;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.FeeAccounts;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.exchange.Exchange;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<FeeAccounts> feeAccounts;
    private final int[] settlesOn;
    private final int[] bookVenues;
    private final int[] derivativeVenues;
    private final int[] chainVenues;
    private final int[] bookPositions;
    private final Contracts contracts;
    private final ClearingHouses houses;
    private final int[] markVenues;
    private final int[] worldAssets;

    /** Opens every account of the market itself on a ledger that has none yet. */
    MarketLayout(EngineSpec spec, Kinds kinds, Ledger ledger) {
        this.spec = spec;
        this.units = new Units(spec);
        this.accounts = new Accounts(placeIds(spec), ClearingHouses.names(spec));
        this.genesisIssuer = ledger.openIssuer("genesis");
        int chains = spec.chains().size();
        int[] burned = open(ledger, chains, i -> spec.chains().get(i).id() + "/burned");
        int[] proposers = open(ledger, chains, i -> spec.chains().get(i).id() + "/proposers");
        this.feeAccounts = IntStream.range(0, chains)
                .mapToObj(i -> new FeeAccounts(
                        burned[i],
                        proposers[i],
                        dataAccount(ledger, spec, i, proposers[i]),
                        builderAccounts(ledger, spec.chains().get(i))))
                .toList();
        this.settlesOn = IntStream.range(0, chains)
                .map(i -> spec.settlesOn(i).orElse(-1))
                .toArray();
        spec.bridges().forEach(bridge -> Bridge.open(bridge, ledger));
        for (int i = 0; i < spec.exchanges().size(); i++) {
            ExchangeSpec exchange = spec.exchanges().get(i);
            int fees = ledger.openAccount(exchange.id() + "/fees");
            exchanges.add(new Exchange(exchange, spec.placeOfExchange(i), fees));
        }
        this.bookVenues = venues(VenueSpec.Book.class);
        this.derivativeVenues = Arrays.stream(bookVenues)
                .filter(venue ->
                        ((VenueSpec.Book) spec.venues().get(venue)).derivative().isPresent())
                .toArray();
        this.chainVenues = venues(VenueSpec.OnChain.class);
        this.bookPositions = positions(bookVenues);
        this.contracts = new Contracts(kinds, spec, ledger);
        this.houses = new ClearingHouses(spec, ledger);
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

    /** An account of its own only where something is paid into it, so that other markets keep the numbers of theirs. */
    private static int dataAccount(Ledger ledger, EngineSpec spec, int chain, int otherwise) {
        ChainSpec each = spec.chains().get(chain);
        return each.dataSpec().isCharged() ? ledger.openAccount(each.id() + "/data") : otherwise;
    }

    /** Accounts only where builders bid for blocks, likewise. */
    private static List<Integer> builderAccounts(Ledger ledger, ChainSpec chain) {
        return chain.blocks().building().isAuctioned()
                ? IntStream.range(0, chain.blocks().building().builders())
                        .mapToObj(builder -> ledger.openAccount(chain.id() + "/builder-" + builder))
                        .toList()
                : List.of();
    }

    private int[] venues(Class<? extends VenueSpec> kind) {
        return IntStream.range(0, spec.venues().size())
                .filter(i -> kind.isInstance(spec.venues().get(i)))
                .toArray();
    }

    private int[] positions(int[] some) {
        int[] positions = new int[spec.venues().size()];
        for (int i = 0; i < some.length; i++) {
            positions[some[i]] = i;
        }
        return positions;
    }

    /** For each asset the venue whose price marks it: the first book where it is exchanged for the quote asset, else the first contract that quotes; or −1. */
    private int[] markVenues() {
        int[] venues = new int[spec.assets().size()];
        for (int asset = 0; asset < venues.length; asset++) {
            int book = first(bookVenues, asset);
            venues[asset] = book >= 0 ? book : first(quotingVenues(), asset);
        }
        return venues;
    }

    private int[] quotingVenues() {
        return Arrays.stream(chainVenues)
                .filter(venue -> contracts.kind(venue).capabilities().contains(Quoting.class))
                .toArray();
    }

    private int first(int[] candidates, int asset) {
        for (int venue : candidates) {
            VenueSpec each = spec.venues().get(venue);
            boolean exchanges =
                    !(each instanceof VenueSpec.Book book) || book.derivative().isEmpty();
            if (exchanges && each.base() == asset && each.quote() == spec.quoteAsset()) {
                return venue;
            }
        }
        return -1;
    }

    private static int[] worldAssets(EngineSpec spec) {
        List<String> names = spec.world().assets().stream()
                .map(catallaxy.environment.market.world.PriceSpec::asset)
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

    /** The chain in whose blobs a chain posts its data, or −1. */
    int settlesOn(int chain) {
        return settlesOn[chain];
    }

    /** Where the fees of a chain go. */
    FeeAccounts feeAccounts(int chain) {
        return feeAccounts.get(chain);
    }

    int[] bookVenues() {
        return bookVenues;
    }

    /** The venues that are contracts on chains. */
    int[] chainVenues() {
        return chainVenues;
    }

    /** The venues that are markets of derivatives. */
    int[] derivativeVenues() {
        return derivativeVenues;
    }

    /** The clearing houses of derivatives. */
    ClearingHouses houses() {
        return houses;
    }

    int bookIndex(int venue) {
        return bookPositions[venue];
    }

    Contracts contracts() {
        return contracts;
    }

    int markVenue(int asset) {
        return markVenues[asset];
    }
}
