package catallaxy.scenarios.file;

import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.GroupSpec.TradeSize;
import catallaxy.environment.market.venue.VenueSpec;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** Reads one entry of {@code population}. */
final class TraderReader {
    private final Names venues;
    private final List<Optional<VenueSpec>> specs;
    private final Assets assets;

    /** @param specs the venues, empty where one has mistakes */
    TraderReader(Names venues, List<Optional<VenueSpec>> specs, Assets assets) {
        this.venues = venues;
        this.specs = specs;
        this.assets = assets;
    }

    Optional<? extends GroupSpec> read(Section.Variant variant) {
        Section section = variant.section();
        return switch (variant.kind()) {
            case "noise" -> noise(section);
            case "momentum" -> momentum(section);
            case "fundamental" -> fundamental(section);
            case "book-provider" -> bookProvider(section);
            case "pool-provider" -> poolProvider(section);
            default -> throw new IllegalStateException(variant.kind());
        };
    }

    private Optional<GroupSpec> noise(Section section) {
        List<Integer> where = section.references("venues", venues);
        double capital = section.number("capital");
        double rate = section.number("rate-per-hour");
        Optional<TradeSize> size = tradeSize(section.section("trade-size"), where);
        double share = section.number("limit-share");
        double offset = section.number("limit-offset-bps");
        long life = section.nanos("limit-life");
        return section.build(() ->
                new GroupSpec.Noise(section.name(), where, capital, rate, size.orElseThrow(), share, offset, life));
    }

    private Optional<GroupSpec> momentum(Section section) {
        List<Integer> where = section.references("venues", venues);
        double capital = section.number("capital");
        double rate = section.number("rate-per-hour");
        Optional<TradeSize> size = tradeSize(section.section("trade-size"), where);
        long lookback = section.nanos("lookback");
        double threshold = section.number("threshold-bps");
        return section.build(() ->
                new GroupSpec.Momentum(section.name(), where, capital, rate, size.orElseThrow(), lookback, threshold));
    }

    private Optional<GroupSpec> fundamental(Section section) {
        List<Integer> where = section.references("venues", venues);
        double capital = section.number("capital");
        double rate = section.number("rate-per-hour");
        Optional<TradeSize> size = tradeSize(section.section("trade-size"), where);
        double threshold = section.number("threshold-bps");
        return section.build(
                () -> new GroupSpec.Fundamental(section.name(), where, capital, rate, size.orElseThrow(), threshold));
    }

    private Optional<GroupSpec> bookProvider(Section section) {
        List<Integer> where = section.references("venues", venues);
        double capital = section.number("capital");
        int levels = section.whole32("levels");
        double halfSpread = section.number("half-spread-bps");
        double step = section.number("step-bps");
        double level = section.number("level-size");
        warnOfLots(section, "level-size", level, where);
        long refresh = section.nanos("refresh");
        require(section, where, VenueSpec.Book.class, "order books only");
        return section.build(() ->
                new GroupSpec.BookProvider(section.name(), where, capital, levels, halfSpread, step, level, refresh));
    }

    private Optional<GroupSpec> poolProvider(Section section) {
        List<Integer> where = section.references("venues", venues);
        double capital = section.number("capital");
        double rate = section.number("rate-per-hour");
        Optional<TradeSize> size = tradeSize(section.section("trade-size"), where);
        double removeShare = section.number("remove-share");
        double removeFraction = section.number("remove-fraction");
        require(section, where, VenueSpec.OnChain.class, "pools only");
        return section.build(() -> new GroupSpec.PoolProvider(
                section.name(), where, capital, rate, size.orElseThrow(), removeShare, removeFraction));
    }

    private Optional<TradeSize> tradeSize(Section section, List<Integer> where) {
        double mean = section.number("mean");
        warnOfLots(section, "mean", mean, where);
        double deviation = section.number("log-standard-deviation");
        return section.build(() -> new TradeSize(mean, deviation));
    }

    /** Orders of less than a lot are not sent. */
    private void warnOfLots(Section section, String key, double size, List<Integer> where) {
        for (int venue : where) {
            if (section.isSound() && venue >= 0 && specs.get(venue).orElse(null) instanceof VenueSpec.Book book) {
                assets.lotWorth(book)
                        .filter(worth -> worth.doubleValue() > size)
                        .ifPresent(worth -> section.warn(
                                key,
                                "is less than a lot of " + book.id() + " is worth at the first price, "
                                        + Decimals.render(worth.round(new MathContext(4))) + " "
                                        + assets.symbol(assets.quote()) + ": most orders come to nothing"));
            }
        }
    }

    private void require(Section section, List<Integer> where, Class<? extends VenueSpec> kind, String expected) {
        boolean fits = where.stream()
                .allMatch(i ->
                        i < 0 || specs.get(i).filter(v -> !kind.isInstance(v)).isEmpty());
        if (!fits) {
            section.reject("venues", expected);
        }
    }
}
