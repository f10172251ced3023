package catallaxy.scenarios.file;

import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the market without its participants: assets, world, chains, exchanges, venues, bridges. One use. */
final class EngineReader {
    private final Section root;
    private final WorldReader world;

    EngineReader(Section root, WorldReader world) {
        this.root = root;
        this.world = world;
    }

    /** The engine, and what participants refer to; the engine, or a venue, is empty where there are mistakes. */
    record Result(Optional<EngineSpec> engine, Assets assets, MarketNames names, List<Optional<VenueSpec>> venues) {}

    Result read() {
        List<AssetSpec> specs = assets(root.open("assets"));
        Names symbols =
                new Names("an asset", specs.stream().map(AssetSpec::symbol).toList());
        int quote = root.reference("quote", symbols);
        Optional<WorldSpec> readWorld = world.read(root.section("world"), symbols, quote);
        Assets assets = new Assets(specs, quote, firstPrices(readWorld));
        MarketNames names = MarketNames.of(root, assets);
        List<Optional<ChainSpec>> chains = variants("chains", "chain", variant -> ChainReader.read(variant, assets));
        List<Optional<ExchangeSpec>> exchanges = entries("exchanges", "exchange", EngineReader::exchange);
        List<Optional<BridgeSpec>> bridges = entries("bridges", "bridge", section -> bridge(section, names));
        VenueReader reader = new VenueReader(assets, names.chains(), names.exchanges());
        List<Optional<VenueSpec>> venues = variants("venues", "venue", reader::read);
        Optional<EngineSpec> engine = root.build(() -> new EngineSpec(
                specs, quote, all(chains), all(exchanges), all(venues), all(bridges), readWorld.orElseThrow()));
        return new Result(engine, assets, names, venues);
    }

    private Map<String, BigDecimal> firstPrices(Optional<WorldSpec> readWorld) {
        return readWorld.isPresent() ? world.firstPrices() : Map.of();
    }

    private List<AssetSpec> assets(Section section) {
        List<AssetSpec> specs = new ArrayList<>();
        for (String symbol : section.names()) {
            Section entry = section.named(symbol, "templates.asset");
            int decimals = entry.whole32("decimals");
            if (decimals < 0 || decimals > 30) {
                entry.reject("decimals", "0 to 30");
            }
            if (symbol.contains("-")) {
                entry.rejectWhole("a symbol without -", symbol);
            }
            specs.add(new AssetSpec(symbol, Math.clamp(decimals, 0, 30)));
        }
        return specs;
    }

    private static Optional<ExchangeSpec> exchange(Section section) {
        long makerFee = section.get("maker-fee-bps", ValueKind.FEE);
        long takerFee = section.get("taker-fee-bps", ValueKind.FEE);
        long latency = section.nanos("latency");
        double jitter = section.number("latency-jitter");
        int confirmations = section.whole32("deposit-confirmations");
        long withdrawal = section.nanos("withdrawal-delay");
        return section.build(
                () -> new ExchangeSpec(section.name(), makerFee, takerFee, latency, jitter, confirmations, withdrawal));
    }

    private static Optional<BridgeSpec> bridge(Section section, MarketNames names) {
        int home = section.reference("home", names.chains());
        int remote = section.reference("remote", names.chains());
        List<Integer> carried = section.references("assets", names.assets());
        long delay = section.nanos("delay");
        long fee = section.get("fee-bps", ValueKind.FEE);
        double failure = section.number("failure-probability");
        if (section.isSound() && home == remote) {
            section.reject("remote", "another chain than the home chain");
        }
        return section.build(() -> new BridgeSpec(section.name(), home, remote, carried, delay, fee, failure));
    }

    private <T> List<Optional<T>> entries(String key, String template, Function<Section, Optional<T>> reader) {
        Section collection = root.open(key);
        return collection.names().stream()
                .map(name -> reader.apply(collection.named(name, "templates." + template)))
                .toList();
    }

    private <T> List<Optional<T>> variants(String key, String family, Function<Section.Variant, Optional<T>> reader) {
        Section collection = root.open(key);
        return collection.names().stream()
                .map(name ->
                        collection.variant(name, "templates." + family, "kind").flatMap(reader))
                .toList();
    }

    private static <T> List<T> all(List<Optional<T>> read) {
        return read.stream().map(Optional::orElseThrow).toList();
    }
}
