package catallaxy.scenarios.file.market;

import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.GroupSpec.TradeSize;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.Decimals;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads one entry of {@code population}. */
public final class TraderReader {
    private static final String LENDERS = "lending markets only";

    private final RecordReader records;
    private final List<Optional<VenueSpec>> specs;
    private final Assets assets;

    /**
     * A reader of groups that act on these venues.
     *
     * @param specs the venues, empty where one has mistakes
     */
    public TraderReader(RecordReader records, List<Optional<VenueSpec>> specs, Assets assets) {
        this.records = records;
        this.specs = specs;
        this.assets = assets;
    }

    /** The group; empty after noting what is wrong. */
    public Optional<GroupSpec> read(Section.Variant variant) {
        Optional<GroupSpec> group = variant.kind().equals("recorded")
                ? new FlowFiles(records, specs, assets).read(variant.section())
                : records.read(variant, GroupSpec.class, "");
        group.ifPresent(each -> check(variant.section(), each));
        return group;
    }

    private void check(Section section, GroupSpec group) {
        switch (group) {
            case GroupSpec.Noise noise -> trades(section, noise, noise.tradeSize());
            case GroupSpec.Momentum momentum -> trades(section, momentum, momentum.tradeSize());
            case GroupSpec.Fundamental fundamental -> trades(section, fundamental, fundamental.tradeSize());
            case GroupSpec.BookProvider provider -> {
                warnOfLots(section, "level-size", provider.levelSizeQuote(), provider);
                require(section, provider, VenueSpec.Book.class::isInstance, "order books only");
            }
            case GroupSpec.Recorded recorded ->
                require(section, recorded, VenueSpec.Book.class::isInstance, "an order book");
            case GroupSpec.PoolProvider provider ->
                require(section, provider, TraderReader::hasShares, "pools with liquidity shares only");
            case GroupSpec.Borrowers borrowers -> require(section, borrowers, TraderReader::lends, LENDERS);
            case GroupSpec.Liquidators liquidators -> require(section, liquidators, TraderReader::lends, LENDERS);
        }
    }

    private void trades(Section section, GroupSpec group, TradeSize size) {
        warnOfLots(section.section("trade-size"), "mean", size.meanQuote(), group);
        require(section, group, Kinds.registered()::trades, "venues where two assets are traded");
    }

    private static boolean lends(VenueSpec venue) {
        return offers(venue, Lending.class);
    }

    /** Orders of less than a lot are not sent. */
    private void warnOfLots(Section section, String key, double size, GroupSpec group) {
        for (int venue : group.venues()) {
            if (specs.get(venue).orElse(null) instanceof VenueSpec.Book book) {
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

    /** Liquidity in ranges has none. */
    private static boolean hasShares(VenueSpec venue) {
        return offers(venue, Liquidity.class);
    }

    private static boolean offers(VenueSpec venue, Class<?> capability) {
        return venue instanceof VenueSpec.OnChain contract
                && Kinds.registered().capabilities(contract).contains(capability);
    }

    private void require(Section section, GroupSpec group, Predicate<VenueSpec> kind, String expected) {
        boolean fits = group.venues().stream()
                .allMatch(i -> specs.get(i).filter(v -> !kind.test(v)).isEmpty());
        if (!fits) {
            section.reject("venues", expected);
        }
    }
}
