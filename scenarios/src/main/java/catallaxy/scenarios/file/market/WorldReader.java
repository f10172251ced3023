package catallaxy.scenarios.file.market;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.world.CorrelationSpec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.GapPolicy;
import catallaxy.environment.market.world.PriceSpec;
import catallaxy.environment.market.world.RegimeChainSpec;
import catallaxy.environment.market.world.ReplayClockSpec;
import catallaxy.environment.market.world.ReplaySpec;
import catallaxy.environment.market.world.ShockSpec;
import catallaxy.environment.market.world.World;
import catallaxy.environment.market.world.WorldSpec;
import catallaxy.environment.market.world.candle.CandleSeries;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.Values;
import catallaxy.scenarios.file.value.ValueKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code world}. One use. */
public final class WorldReader {
    private final CandleFiles candleFiles;
    private final Section sharedCandles;
    private final Map<String, BigDecimal> firstPrices = new TreeMap<>();

    /**
     * A reader of one world.
     *
     * @param sharedCandles what replayed assets share
     */
    public WorldReader(CandleFiles candleFiles, Section sharedCandles) {
        this.candleFiles = candleFiles;
        this.sharedCandles = sharedCandles;
    }

    Optional<WorldSpec> read(Section section, RecordReader records, Names symbols, int quote) {
        List<Optional<PriceSpec>> assets = assets(section.open("assets"), symbols, quote);
        Optional<RegimeChainSpec> regimes = RegimeReader.read(section);
        List<Optional<ShockSpec>> shocks = shocks(section.open("shocks"), records);
        List<PriceSpec> specs = assets.stream().flatMap(Optional::stream).toList();
        Optional<CorrelationSpec> correlation = section.isSound() ? correlation(section, specs) : Optional.empty();
        Optional<ReplayClockSpec> clock =
                section.isSound() ? clock(section.section("replay"), specs) : Optional.empty();
        Optional<WorldSpec> world = records.read(
                section,
                WorldSpec.class,
                Map.of(
                        "assets", specs,
                        "correlation", correlation,
                        "regimes", regimes,
                        "shocks", shocks.stream().flatMap(Optional::stream).toList(),
                        "replayClock", clock));
        world.ifPresent(this::noteFirstPrices);
        return world;
    }

    /** Symbol → price at time zero, quote units; after {@link #read}. */
    Map<String, BigDecimal> firstPrices() {
        return firstPrices;
    }

    private void noteFirstPrices(WorldSpec spec) {
        World world = World.of(spec, 0);
        for (int i = 0; i < spec.assets().size(); i++) {
            PriceSpec asset = spec.assets().get(i);
            double price = asset instanceof DiffusionSpec stated ? stated.initialPrice() : world.price(i);
            firstPrices.put(asset.asset(), BigDecimal.valueOf(price));
        }
    }

    private List<Optional<PriceSpec>> assets(Section section, Names symbols, int quote) {
        List<Optional<PriceSpec>> specs = new ArrayList<>();
        List<String> names = section.names();
        for (String symbol : names) {
            requireKnown(section, symbol, symbols, quote);
            specs.add(section.variant(symbol, "templates.price", "kind").flatMap(this::asset));
        }
        for (String symbol : symbols.known()) {
            if (!names.contains(symbol) && symbols.indexOf(symbol) != quote) {
                section.reject(symbol, "a section that says where its price comes from");
            }
        }
        return specs;
    }

    private static void requireKnown(Section section, String symbol, Names symbols, int quote) {
        int asset = symbols.indexOf(symbol);
        if (asset < 0 || asset == quote) {
            section.rejectName(symbol, asset < 0 ? symbols.expected() : "an asset other than the quote asset");
        }
    }

    private Optional<PriceSpec> asset(Section.Variant variant) {
        return variant.kind().equals("diffusion") ? diffusion(variant.section()) : replay(variant.section());
    }

    private static Optional<PriceSpec> diffusion(Section section) {
        return RecordReader.PLAIN
                .read(section, DiffusionSpec.class, Map.of("asset", section.name()))
                .map(PriceSpec.class::cast);
    }

    private Optional<PriceSpec> replay(Section section) {
        Section candles = section.section("candles", sharedCandles);
        return candleFiles
                .read(section.name(), candles)
                .map(read -> new ReplaySpec(section.name(), read.series(), read.path()));
    }

    private static List<Optional<ShockSpec>> shocks(Section section, RecordReader records) {
        return section.names().stream()
                .map(name -> records.read(section.named(name, "templates.shock"), Shock.class)
                        .map(Shock::spec))
                .toList();
    }

    /**
     * A scripted move as a scenario says it.
     *
     * @param change of the price, relative
     */
    public record Shock(
            long atNanos, @NameOf(NameOf.Thing.ASSET) String asset, double change, long durationNanos) {
        public Shock {
            Checks.inRange("atNanos", atNanos, 0, Long.MAX_VALUE);
            Checks.inRange("change", change, -0.99999999, 4e8);
            Checks.inRange("durationNanos", durationNanos, 0, Long.MAX_VALUE);
        }

        ShockSpec spec() {
            return new ShockSpec(atNanos, asset, StrictMath.log1p(change), durationNanos);
        }
    }

    private static Optional<CorrelationSpec> correlation(Section section, List<PriceSpec> specs) {
        List<String> simulated = specs.stream()
                .filter(DiffusionSpec.class::isInstance)
                .map(PriceSpec::asset)
                .toList();
        Pairs pairs = Pairs.read(section.open("correlation"), new Names("two simulated assets", simulated));
        return section.build(() -> new CorrelationSpec(pairs.matrix()));
    }

    private static Optional<ReplayClockSpec> clock(Section section, List<PriceSpec> specs) {
        GapPolicy gaps = Values.constant(section, "gaps", GapPolicy.values());
        Optional<Long> start = section.get("start", START);
        List<CandleSeries> series = specs.stream()
                .filter(ReplaySpec.class::isInstance)
                .map(spec -> ((ReplaySpec) spec).candles())
                .toList();
        if (series.isEmpty()) {
            return Optional.of(new ReplayClockSpec(start.orElse(0L), gaps));
        }
        return Optional.of(start.map(nanos -> new ReplayClockSpec(nanos, gaps))
                .orElseGet(() -> ReplayClockSpec.earliest(series, gaps)));
    }

    private static final ValueKind<Optional<Long>> START = new ValueKind<>(
            "time or earliest",
            "a time such as 2024-12-01T00:00:00Z, or earliest",
            Optional.empty(),
            WorldReader::parseStart,
            start -> start.map(nanos -> '"' + Instant.EPOCH.plusNanos(nanos).toString() + '"')
                    .orElse("earliest"));

    private static Optional<Optional<Long>> parseStart(String text) {
        if (text.equals("earliest")) {
            return Optional.of(Optional.empty());
        }
        try {
            Instant instant = Instant.parse(text);
            long seconds = Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L);
            return Optional.of(Optional.of(Math.addExact(seconds, instant.getNano())));
        } catch (DateTimeException | ArithmeticException malformed) {
            return Optional.empty();
        }
    }
}
