package catallaxy.scenarios.file.market;

import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.role.RoleKey;
import catallaxy.environment.market.role.RoleSettings;
import catallaxy.environment.market.role.RoleSpec.Route;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.section.MarketNames;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.AssetAmount;
import catallaxy.scenarios.file.value.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One entry of {@code agents} as a kind of role reads it.
 *
 * @param venues empty where one has mistakes
 */
record RoleSection(Section section, MarketNames names, List<Optional<VenueSpec>> venues, Assets assets)
        implements RoleSettings {
    private static final String NONE = "none";

    @Override
    public <T extends Record> T record(Class<T> type, Given... given) {
        Map<String, Object> values = new TreeMap<>();
        for (Given each : given) {
            values.put(each.component(), each.value());
        }
        return new RecordReader(names)
                .read(section, type, values)
                .orElseThrow(() -> new IllegalArgumentException("settings with mistakes"));
    }

    @Override
    public String agent() {
        return section.name();
    }

    @Override
    public double ofBase(RoleKey key, int venue) {
        AssetAmount amount = section.get(key.name(), ValueKind.AMOUNT);
        if (!section.isSound() || venues.get(venue).isEmpty()) {
            section.rejectConsequence();
            return 0;
        }
        return assets.whole(section, amount, venues.get(venue).get().base());
    }

    @Override
    public int venue(RoleKey key) {
        return section.reference(key.name(), names.venues());
    }

    @Override
    public OptionalInt venueIfAny(RoleKey key) {
        String name = section.get(key.name(), ValueKind.TEXT);
        int index = names.venues().indexOf(name);
        if (index < 0 && !name.equals(NONE)) {
            section.reject(
                    key.name(),
                    names.venues().expected() + ", or " + NONE,
                    names.venues().known());
        }
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    @Override
    public List<Integer> venues(RoleKey key) {
        return known(section.references(key.name(), names.venues()));
    }

    @Override
    public List<Integer> agents(RoleKey key) {
        List<Integer> agents = known(section.references(key.name(), names.agents()));
        if (agents.contains(names.agents().indexOf(section.name()))) {
            section.reject(key.name(), "other agents than itself");
        }
        return agents;
    }

    @Override
    public List<String> words(RoleKey key, List<String> known) {
        List<String> words = new ArrayList<>();
        for (Section.Item item : section.items(key.name())) {
            if (known.contains(item.text())) {
                words.add(item.text());
            } else {
                section.reject(item, key.name(), "one of " + String.join(", ", known), known);
            }
        }
        return words;
    }

    private static List<Integer> known(List<Integer> references) {
        return references.stream().filter(index -> index >= 0).toList();
    }

    @Override
    public List<Route> routes(RoleKey key) {
        List<Route> routes = new ArrayList<>();
        for (Section.Item item : section.items(key.name())) {
            String[] ends = item.text().split("~", -1);
            int a = names.venues().indexOf(ends[0].strip());
            int b = names.venues().indexOf(ends[ends.length - 1].strip());
            Route route = new Route(a, b);
            if (ends.length != 2 || a < 0 || b < 0 || a == b) {
                String expected =
                        "two venues with ~ between them, of " + names.venues().expected();
                section.reject(item, key.name(), expected, List.of());
            } else if (!exchanges(a) || !exchanges(b)) {
                section.reject(item, key.name(), "venues where two assets are exchanged", List.of());
            } else if (!samePair(a, b)) {
                section.reject(item, key.name(), "two venues with the same base and quote asset", List.of());
            } else if (routes.contains(route) || routes.contains(new Route(b, a))) {
                section.reject(item, key.name(), "each route once", List.of());
            }
            routes.add(route);
        }
        return routes;
    }

    private boolean exchanges(int venue) {
        return venues.get(venue)
                .filter(spec -> !Kinds.registered().exchanges(spec))
                .isEmpty();
    }

    private boolean samePair(int a, int b) {
        Optional<VenueSpec> first = venues.get(a);
        Optional<VenueSpec> second = venues.get(b);
        return first.isEmpty()
                || second.isEmpty()
                || (first.get().base() == second.get().base()
                        && first.get().quote() == second.get().quote());
    }

    @Override
    public Optional<VenueSpec> spec(int venue) {
        Optional<VenueSpec> spec = venue >= 0 && venue < venues.size() ? venues.get(venue) : Optional.empty();
        if (spec.isEmpty()) {
            section.rejectConsequence();
        }
        return spec;
    }

    @Override
    public Optional<List<VenueSpec>> specs() {
        if (venues.stream().anyMatch(Optional::isEmpty)) {
            section.rejectConsequence();
            return Optional.empty();
        }
        return Optional.of(venues.stream().map(Optional::orElseThrow).toList());
    }

    @Override
    public int quoteAsset() {
        return assets.quote();
    }

    @Override
    public String symbol(int asset) {
        return assets.symbol(asset);
    }

    @Override
    public int decimals(int asset) {
        return assets.decimals(asset);
    }

    @Override
    public void reject(RoleKey key, String expected) {
        section.reject(key.name(), expected);
    }

    @Override
    public void warn(RoleKey key, String message) {
        if (section.isSound()) {
            section.warn(key.name(), message);
        }
    }
}
