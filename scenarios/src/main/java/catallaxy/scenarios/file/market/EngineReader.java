package catallaxy.scenarios.file.market;

import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.DataSpec;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.world.WorldSpec;
import catallaxy.scenarios.file.section.MarketNames;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the market without its participants: assets, world, chains, exchanges, venues, bridges. One use. */
public final class EngineReader {
    private static final int GAS_DECIMALS = 18;

    private final Section root;
    private final WorldReader world;

    /** A reader of the market that a whole scenario describes. */
    public EngineReader(Section root, WorldReader world) {
        this.root = root;
        this.world = world;
    }

    /** The engine, and what participants refer to; the engine, or a venue, is empty where there are mistakes. */
    public record Result(
            Optional<EngineSpec> engine, Assets assets, MarketNames names, List<Optional<VenueSpec>> venues) {}

    /** The market and what participants refer to, after noting what is wrong. */
    public Result read() {
        List<AssetSpec> specs = assets(root.open("assets"));
        Names symbols =
                new Names("an asset", specs.stream().map(AssetSpec::symbol).toList());
        int quote = root.reference("quote", symbols);
        MarketNames names = MarketNames.of(root, symbols);
        RecordReader records = new RecordReader(names);
        Optional<WorldSpec> readWorld = world.read(root.section("world"), records, symbols, quote);
        Assets assets = new Assets(specs, quote, firstPrices(readWorld));
        List<Section> sections = new ArrayList<>();
        List<Optional<ChainSpec>> chains = variants("chains", "chain", variant -> {
            sections.add(variant.section());
            return chain(variant.section(), records, assets, names.chains());
        });
        checkSettling(sections, chains);
        List<Optional<ExchangeSpec>> exchanges =
                entries("exchanges", "exchange", section -> exchange(section, records, chains));
        List<Optional<BridgeSpec>> bridges = entries("bridges", "bridge", section -> bridge(section, records, chains));
        VenueReader reader = new VenueReader(records, assets, names, participants());
        List<Optional<VenueSpec>> venues = venues(root.open("venues"), reader);
        checkReads(root.open("venues"), venues);
        Optional<EngineSpec> engine = root.build(() -> new EngineSpec(
                specs, quote, all(chains), all(exchanges), all(venues), all(bridges), readWorld.orElseThrow()));
        return new Result(engine, assets, names, venues);
    }

    /** Names of agents and of the participants of the population, of which an entry may be several. */
    private Names participants() {
        List<String> names = new ArrayList<>(root.open("agents").names());
        Section population = root.open("population");
        population.names().forEach(name -> names.addAll(TraderReader.participants(population, name)));
        return new Names("an agent or a participant of the population", names);
    }

    private static Optional<ChainSpec> chain(Section section, RecordReader records, Assets assets, Names chains) {
        Optional<ChainSpec> chain = records.read(section, ChainSpec.class);
        if (chain.isPresent() && assets.decimals(chain.get().gas().gasAsset()) != GAS_DECIMALS) {
            section.reject("gas-asset", "an asset with " + GAS_DECIMALS + " decimals");
        }
        String place = chain.map(ChainSpec::dataSpec).map(DataSpec::settlesOn).orElse(DataSpec.NOWHERE);
        if (!place.equals(DataSpec.NOWHERE) && chains.indexOf(place) < 0) {
            section.reject("settles-on", chains.expected() + ", or none", chains.known());
            return Optional.empty();
        }
        return chain;
    }

    private static void checkSettling(List<Section> sections, List<Optional<ChainSpec>> chains) {
        List<ChainSpec> sound = chains.stream().flatMap(Optional::stream).toList();
        if (sound.size() == chains.size()) {
            for (int i = 0; i < sound.size(); i++) {
                Section section = sections.get(i);
                sound.get(i).faultOfSettling(sound).ifPresent(expected -> section.reject("settles-on", expected));
            }
        }
    }

    private static Optional<ExchangeSpec> exchange(
            Section section, RecordReader records, List<Optional<ChainSpec>> chains) {
        Optional<ExchangeSpec> exchange = records.read(section, ExchangeSpec.class);
        for (Optional<ChainSpec> each : chains) {
            if (exchange.isPresent()
                    && each.isPresent()
                    && !each.get().permanence().isFinalAt(exchange.get().depositConfirmations())) {
                section.reject(
                        "deposit-confirmations",
                        "more than the depth of reorganisations of "
                                + each.get().id() + ", "
                                + each.get().permanence().depth());
            }
        }
        return exchange;
    }

    private static Optional<BridgeSpec> bridge(
            Section section, RecordReader records, List<Optional<ChainSpec>> chains) {
        Optional<BridgeSpec> bridge = records.read(section, BridgeSpec.class);
        bridge.ifPresent(spec -> warnOfUnused(section, spec));
        for (int end : bridge.map(spec -> List.of(spec.homeChain(), spec.remoteChain()))
                .orElse(List.of())) {
            Optional<ChainSpec> chain = chains.get(end);
            BridgeSpec.Passage passage = bridge.get().passage();
            if (chain.isPresent() && !passage.waitsForFinality() && !chain.get().isFinalAfter(passage.delayNanos())) {
                section.reject(
                        "delay",
                        "more than the time of " + chain.get().permanence().depth() + " blocks of "
                                + chain.get().id() + ", that can be replaced");
            }
        }
        return bridge;
    }

    /** What is said of the other way to hold what is carried has no effect. */
    private static void warnOfUnused(Section section, BridgeSpec bridge) {
        boolean pools = bridge.kind() == BridgeSpec.Kind.LIQUIDITY;
        BridgeSpec.Liquidity held = bridge.liquidity();
        if (pools && !bridge.mintLimits().isEmpty()) {
            section.warn("mint-limits", "has no effect with custody = liquidity, which mints nothing");
        } else if (!pools && !(held.home().isEmpty() && held.remote().isEmpty())) {
            section.warn("liquidity", "has no effect with custody = lock-and-mint, which has no pools");
        }
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

    private <T> List<Optional<T>> entries(String key, String template, Function<Section, Optional<T>> reader) {
        Section collection = root.open(key);
        return collection.names().stream()
                .map(name -> reader.apply(collection.named(name, "templates." + template)))
                .toList();
    }

    private static List<Optional<VenueSpec>> venues(Section entries, VenueReader reader) {
        return entries.names().stream()
                .flatMap(
                        name -> entries
                                .variant(name, "templates.venue", "kind")
                                .map(reader::read)
                                .orElse(List.of(Optional.empty()))
                                .stream())
                .toList();
    }

    /** Contracts that read other venues read those that tell what they ask for. */
    private static void checkReads(Section entries, List<Optional<VenueSpec>> read) {
        List<VenueSpec> venues = read.stream().flatMap(Optional::stream).toList();
        for (VenueSpec venue : venues.size() == read.size() ? venues : List.<VenueSpec>of()) {
            if (venue instanceof VenueSpec.OnChain reader) {
                reader.faultOfReads(venues)
                        .ifPresent(expected -> entries.variant(reader.id(), "templates.venue", "kind")
                                .orElseThrow()
                                .section()
                                .reject("oracle-venues", expected));
            }
        }
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
