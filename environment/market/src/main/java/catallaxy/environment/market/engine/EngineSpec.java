package catallaxy.environment.market.engine;

import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.check.NearestWord;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.DataSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.outage.OutageSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The market without its participants. Lists fix the indices by which everything refers to everything else; a
 * <em>place</em> is a chain or an exchange, chains first.
 *
 * @param quoteAsset index of the asset in which prices, equity and rewards are expressed
 */
public record EngineSpec(
        List<AssetSpec> assets,
        int quoteAsset,
        List<ChainSpec> chains,
        List<ExchangeSpec> exchanges,
        List<VenueSpec> venues,
        List<BridgeSpec> bridges,
        WorldSpec world) {
    public EngineSpec {
        assets = List.copyOf(assets);
        chains = List.copyOf(chains);
        exchanges = List.copyOf(exchanges);
        venues = List.copyOf(venues);
        bridges = List.copyOf(bridges);
        Checks.inRange("quote", quoteAsset, 0, assets.size() - 1);
        distinct("asset", assets.stream().map(AssetSpec::symbol));
        distinct(
                "chain or exchange",
                Stream.concat(
                        chains.stream().map(ChainSpec::id), exchanges.stream().map(ExchangeSpec::id)));
        distinct("venue", venues.stream().map(VenueSpec::id));
        distinct("bridge", bridges.stream().map(BridgeSpec::id));
        for (VenueSpec venue : venues) {
            checkVenue(venue, assets.size(), chains.size(), exchanges.size());
            checkReads(venue, venues);
        }
        for (VenueSpec venue : venues) {
            checkIndex(venue, assets, world);
        }
        for (ChainSpec chain : chains) {
            Finality.check(chain, exchanges);
            Optional<String> fault = chain.faultOfSettling(chains);
            Checks.that(
                    fault.isEmpty(),
                    "settles-on of " + chain.id(),
                    fault.orElse(""),
                    chain.dataSpec().settlesOn());
        }
        for (BridgeSpec bridge : bridges) {
            Finality.check(bridge, chains.get(bridge.homeChain()));
            Finality.check(bridge, chains.get(bridge.remoteChain()));
        }
    }

    private static void checkVenue(VenueSpec venue, int assets, int chains, int exchanges) {
        boolean none = venue.base() == VenueSpec.NO_ASSET && venue.quote() == VenueSpec.NO_ASSET;
        int least = none ? VenueSpec.NO_ASSET : 0;
        Checks.inRange("venue " + venue.id() + " base", venue.base(), least, assets - 1);
        Checks.inRange("venue " + venue.id() + " quote", venue.quote(), least, assets - 1);
        switch (venue) {
            case VenueSpec.Book book -> Checks.inRange(book.id() + " exchange", book.exchange(), 0, exchanges - 1);
            case VenueSpec.OnChain contract ->
                Checks.inRange(contract.id() + " chain", contract.chain(), 0, chains - 1);
        }
    }

    /** A contract reads contracts of its own chain. */
    private static void checkReads(VenueSpec venue, List<VenueSpec> venues) {
        if (venue instanceof VenueSpec.OnChain reader) {
            for (int each : reader.reads()) {
                Checks.inRange("venue that " + venue.id() + " reads", each, 0, venues.size() - 1);
                boolean here = venues.get(each) instanceof VenueSpec.OnChain other && other.chain() == reader.chain();
                Checks.that(
                        here,
                        "venue that " + venue.id() + " reads",
                        "one of its own chain",
                        venues.get(each).id());
            }
            Optional<String> fault = reader.faultOfReads(venues);
            Checks.that(fault.isEmpty(), "venues that " + venue.id() + " reads", fault.orElse(""), reader.reads());
        }
    }

    private static void checkIndex(VenueSpec venue, List<AssetSpec> assets, WorldSpec world) {
        if (venue instanceof VenueSpec.Book book && book.derivative().isPresent()) {
            String symbol = assets.get(book.base()).symbol();
            boolean priced =
                    world.assets().stream().anyMatch(each -> each.asset().equals(symbol));
            Checks.that(priced, "venue " + book.id() + " base", "an asset with a price in the world", symbol);
        }
    }

    private static void distinct(String what, Stream<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        names.forEach(name -> Checks.that(seen.add(name), what + " names", "each once", name + " twice"));
    }

    /**
     * Index of the asset of this symbol.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    public int asset(String symbol) {
        return index("asset", assets.stream().map(AssetSpec::symbol).toList(), symbol);
    }

    /** Index of the chain of this id; unknown ones throw as {@link #asset} does. */
    public int chain(String id) {
        return index("chain", chains.stream().map(ChainSpec::id).toList(), id);
    }

    /** Index of the chain in whose blobs a chain posts its data, if it does. */
    public OptionalInt settlesOn(int chain) {
        DataSpec data = chains.get(chain).dataSpec();
        return data.isCharged() ? OptionalInt.of(chain(data.settlesOn())) : OptionalInt.empty();
    }

    /** Index of the exchange of this id; unknown ones throw as {@link #asset} does. */
    public int exchange(String id) {
        return index("exchange", exchanges.stream().map(ExchangeSpec::id).toList(), id);
    }

    /** Index of the venue of this id; unknown ones throw as {@link #asset} does. */
    public int venue(String id) {
        return index("venue", venues.stream().map(VenueSpec::id).toList(), id);
    }

    /** Index of the bridge of this id; unknown ones throw as {@link #asset} does. */
    public int bridge(String id) {
        return index("bridge", bridges.stream().map(BridgeSpec::id).toList(), id);
    }

    private static int index(String what, List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(NearestWord.missing(what, name, names));
        }
        return index;
    }

    /** Number of places. */
    public int places() {
        return chains.size() + exchanges.size();
    }

    /** The place that an exchange is: places of exchanges follow those of the chains. */
    public int placeOfExchange(int exchange) {
        return chains.size() + exchange;
    }

    /** Name of a place. */
    public String placeId(int place) {
        return place < chains.size()
                ? chains.get(place).id()
                : exchanges.get(place - chains.size()).id();
    }

    /** When a place stands still. */
    public OutageSpec outages(int place) {
        return place < chains.size()
                ? chains.get(place).outages()
                : exchanges.get(place - chains.size()).outages();
    }

    /** The place at which a venue's trades settle. */
    public int placeOfVenue(int venue) {
        return switch (venues.get(venue)) {
            case VenueSpec.Book book -> placeOfExchange(book.exchange());
            case VenueSpec.OnChain contract -> contract.chain();
        };
    }

    /** What the indices stand for, for those who decide. */
    public MarketMap map() {
        return new MarketMap(
                assets.stream()
                        .map(asset -> new MarketMap.Asset(asset.symbol(), asset.decimals()))
                        .toList(),
                quoteAsset,
                IntStream.range(0, places()).mapToObj(this::placeId).toList(),
                chains.size(),
                IntStream.range(0, venues.size()).mapToObj(this::listed).toList());
    }

    private MarketMap.Venue listed(int venue) {
        VenueSpec spec = venues.get(venue);
        return new MarketMap.Venue(spec.id(), placeOfVenue(venue), spec.base(), spec.quote());
    }
}
