package catallaxy.scenarios.file.market;

import catallaxy.environment.market.population.GroupKinds;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.OrderSize;
import catallaxy.environment.market.population.VenueNeed;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.Decimals;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** Reads one entry of {@code population}. */
public final class TraderReader {
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
                : records.read(
                                variant.section(),
                                GroupKinds.registered()
                                        .kind(variant.kind())
                                        .orElseThrow()
                                        .spec()
                                        .asSubclass(Record.class))
                        .map(GroupSpec.class::cast);
        group.ifPresent(each -> check(variant.section(), each));
        return group;
    }

    private void check(Section section, GroupSpec group) {
        GroupKinds.registered().orderSizes(group).forEach(size -> warnOfLots(section, group, size));
        VenueNeed need = GroupKinds.registered().of(group).venues();
        boolean fits = group.venues().stream()
                .allMatch(i -> specs.get(i).filter(need.fits().negate()).isEmpty());
        if (!fits) {
            section.reject("venues", need.expected());
        }
    }

    /** Orders of less than a lot are not sent. */
    private void warnOfLots(Section entry, GroupSpec group, OrderSize size) {
        Section section = entry;
        for (String step : size.path().subList(0, size.path().size() - 1)) {
            section = section.section(step);
        }
        String key = size.path().getLast();
        warnOfLots(section, key, size.quoteUnits(), group);
    }

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
}
