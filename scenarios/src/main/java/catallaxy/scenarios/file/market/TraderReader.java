package catallaxy.scenarios.file.market;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.population.GroupKinds;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.OrderSize;
import catallaxy.environment.market.population.VenueNeed;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.Decimals;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads one entry of {@code population}. */
public final class TraderReader {
    private static final int MOST = 10_000;

    private final RecordReader records;
    private final EngineReader.Result market;
    private final List<Optional<VenueSpec>> specs;
    private final Assets assets;

    /** A reader of groups that act in a market, as far as that could be read. */
    public TraderReader(EngineReader.Result market) {
        this.records = new RecordReader(market.names());
        this.market = market;
        this.specs = market.venues();
        this.assets = market.assets();
    }

    /** The groups of an entry, as many as it says; one that is empty after noting what is wrong. */
    public List<Optional<GroupSpec>> read(Section.Variant variant) {
        Section section = variant.section();
        if (variant.kind().equals("recorded")) {
            return List.of(checked(section, new FlowFiles(records, specs, assets).read(section)));
        }
        int count = count(section);
        Optional<GroupSpec> first =
                checked(section, read(variant, count == 1 ? section.name() : participant(section.name(), 1)));
        if (first.isEmpty()) {
            return List.of(first);
        }
        List<Optional<GroupSpec>> groups = new ArrayList<>(List.of(first));
        for (int i = 2; i <= count; i++) {
            groups.add(read(variant, participant(section.name(), i)));
        }
        return groups;
    }

    /** Names of the participants that an entry of the population is; its own where what it says of their number is wrong. */
    static List<String> participants(Section population, String entry) {
        String written = String.join(" ", population.written(entry, "count"));
        int count = written.matches("\\d{1,5}") ? Math.min(MOST, Integer.parseInt(written)) : 1;
        return count <= 1
                ? List.of(entry)
                : IntStream.rangeClosed(1, count)
                        .mapToObj(member -> participant(entry, member))
                        .toList();
    }

    private static String participant(String entry, int member) {
        return entry + "-" + member;
    }

    private static int count(Section section) {
        int count = section.whole32("count");
        return section.build(() -> {
                    Checks.inRange("count", count, 1, MOST);
                    return count;
                })
                .orElse(1);
    }

    private Optional<GroupSpec> read(Section.Variant variant, String id) {
        Class<? extends Record> type = GroupKinds.registered()
                .kind(variant.kind())
                .orElseThrow()
                .spec()
                .asSubclass(Record.class);
        return records.read(
                        variant.section(),
                        type,
                        Map.of("id", id, "crowd", variant.section().name()))
                .map(GroupSpec.class::cast);
    }

    private Optional<GroupSpec> checked(Section section, Optional<GroupSpec> group) {
        group.ifPresent(each -> check(section, each));
        return group;
    }

    private void check(Section section, GroupSpec group) {
        GroupKinds.registered().orderSizes(group).forEach(size -> warnOfLots(section, group, size));
        requireFitting(section, group, GroupKinds.registered().of(group).venues());
        if (section.isSound() && market.engine().isPresent()) {
            section.build(() -> {
                group.check(market.engine().get());
                return group;
            });
        }
    }

    private void requireFitting(Section section, GroupSpec group, VenueNeed need) {
        List<String> fitting = specs.stream()
                .flatMap(Optional::stream)
                .filter(need.fits())
                .map(VenueSpec::id)
                .toList();
        List<Section.Item> items = section.items("venues");
        for (int i = 0; i < group.venues().size(); i++) {
            if (specs.get(group.venues().get(i)).filter(need.fits().negate()).isPresent()) {
                section.reject(items.get(i), "venues", need.expected(), fitting);
            }
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
