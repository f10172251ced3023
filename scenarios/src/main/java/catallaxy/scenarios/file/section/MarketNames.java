package catallaxy.scenarios.file.section;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.VenueAssets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every name that entries of a scenario may refer to. Things have the alphabetical order of their names, so that the order
 * in the file means nothing; places are the chains, then the exchanges.
 */
public record MarketNames(
        Names assets, Names chains, Names exchanges, Names places, Names venues, Names bridges, Names agents) {
    private static final Names NOTHING = new Names("nothing", List.of());

    /** No names at all. */
    static final MarketNames NONE = new MarketNames(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);

    /** Those of some things. */
    public Names of(NameOf.Thing thing) {
        return switch (thing) {
            case ASSET -> assets;
            case CHAIN -> chains;
            case EXCHANGE -> exchanges;
            case VENUE -> venues;
            case BRIDGE -> bridges;
            case AGENT -> agents;
        };
    }

    /** Collects the names and notes those that are used twice where each must be unique. */
    public static MarketNames of(Section root, Names assets) {
        List<String> chains = root.open("chains").names();
        List<String> exchanges = root.open("exchanges").names();
        List<String> agents = root.open("agents").names();
        List<String> places = new ArrayList<>(chains);
        places.addAll(exchanges);
        requireOnce(root, Map.of("chains", chains, "exchanges", exchanges));
        requireOnce(
                root,
                Map.of("agents", agents, "population", root.open("population").names()));
        return new MarketNames(
                assets,
                new Names("a chain", chains),
                new Names("an exchange", exchanges),
                new Names("a chain or exchange", places),
                new Names("a venue", venues(root.open("venues"))),
                new Names("a bridge", root.open("bridges").names()),
                new Names("an agent", agents));
    }

    /** Of each entry in turn those of the venues that it makes. */
    private static List<String> venues(Section entries) {
        return entries.names().stream()
                .flatMap(name -> venues(name, entries.written(name, "kind"), entries.written(name, "assets")).stream())
                .toList();
    }

    private static List<String> venues(String name, List<String> kind, List<String> assets) {
        return kind.stream()
                .flatMap(word -> Kinds.registered().venue(word).stream())
                .findFirst()
                .map(each -> each.venues(name, each.assets() == VenueAssets.LIST ? assets : List.of()))
                .orElse(List.of(name));
    }

    private static void requireOnce(Section root, Map<String, List<String>> collections) {
        Map<String, String> owners = new LinkedHashMap<>();
        collections.keySet().stream().sorted().forEach(key -> {
            for (String name : collections.getOrDefault(key, List.of())) {
                String owner = owners.putIfAbsent(name, key);
                if (owner != null) {
                    root.open(key).reject(name, "a name that " + owner + " does not have");
                }
            }
        });
    }
}
