package catallaxy.scenarios.catalogue;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.Feature;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.role.FactorKind;
import catallaxy.environment.market.role.FactorKinds;
import catallaxy.environment.market.role.RoleKind;
import catallaxy.environment.market.role.RoleKinds;
import catallaxy.environment.market.role.RoleSite;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.role.SupervisedSeats;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What agents observe, do and are rewarded for, shown by a seat of each role in the shipped scenario {@code two-chains}; those that it
 * lacks are added to it.
 */
final class RoleExamples {
    private static final String EXAMPLE = "two-chains";
    /**
     * A seat of the example.
     *
     * @param agent whose it is
     */
    private record Example(
            String role,
            String agent,
            List<Feature> features,
            List<ActionComponent> actions,
            List<String> rewardTerms) {}

    private final List<Example> examples = new ArrayList<>();
    private Optional<MarketSpec> market = Optional.empty();

    /** @param scenarios the folder of the shipped scenario files; no seats where it has no example */
    RoleExamples(Path scenarios) {
        Path file = scenarios.resolve(EXAMPLE + ".conf");
        if (Files.isRegularFile(file)) {
            Scenario scenario = ScenarioReader.read(file, further());
            market = Optional.of(scenario.market());
            MarketEnvironment environment = new MarketEnvironment(scenario.market());
            scenario.market().agents().forEach(agent -> examples.add(seat(environment, agent)));
        }
    }

    /** The seats and venues that the scenario lacks, each seat taken by somebody who does nothing. */
    private static Map<String, String> further() {
        Map<String, String> seats = new TreeMap<>();
        for (RoleKind<?> kind : RoleKinds.registered().all()) {
            if (!kind.example().isEmpty()) {
                String seat = "{ role = " + kind.name() + ", policy.kind = hold, " + kind.example() + " }";
                String agent = "a-" + kind.name();
                seats.put("agents." + agent, seat);
                kind.exampleVenues(agent).forEach(venue -> seats.put("venues." + venue.name(), venue.entry()));
            }
        }
        for (FactorKind kind : FactorKinds.registered().all()) {
            kind.exampleVenues().forEach(venue -> seats.put("venues." + venue.name(), venue.entry()));
        }
        return seats;
    }

    private static Example seat(MarketEnvironment environment, SeatSpec agent) {
        return new Example(
                agent.role().role(),
                agent.id(),
                environment.observationSpec(agent.id()).features(),
                environment.actionSpec(agent.id()).components(),
                environment.rewardTerms(agent.id()));
    }

    /** Features, action and reward terms of a role, in lines; empty where the example has no such seat. */
    String detail(String role) {
        return examples.stream()
                .filter(seat -> seat.role().equals(role))
                .findFirst()
                .map(RoleExamples::detail)
                .orElse("");
    }

    private static String detail(Example seat) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Observes, for example as agent " + seat.agent() + " of " + EXAMPLE + ":");
        seat.features().forEach(feature -> lines.add("  " + feature.name() + "  " + domain(feature)));
        lines.add("Does:");
        seat.actions()
                .forEach(action -> lines.add("  " + action.name() + "  " + action.domain() + "; "
                        + number(action.neutral()) + " for nothing"));
        lines.add("Is rewarded by the sum of: " + String.join(", ", seat.rewardTerms()));
        return String.join("\n", lines);
    }

    /** What a kind of factor adds to an observation, in lines; empty without an example. */
    String detail(FactorKind kind) {
        return market.map(example -> {
                    RoleSite site = new RoleSite(
                            example.engine(), example.durationNanos(), example.agents(), SupervisedSeats.none());
                    return kind.in(site, example.agents().getFirst()).stream()
                            .map(factor -> "\n  " + factor.feature().name() + "  " + domain(factor.feature()))
                            .collect(Collectors.joining("", "\nObserved, for example in " + EXAMPLE + ":", ""));
                })
                .orElse("");
    }

    /** One entry for each feature; the names are those of the example. */
    List<Entry> features() {
        Map<String, Feature> byName = new LinkedHashMap<>();
        Map<String, List<String>> roles = new LinkedHashMap<>();
        for (Example seat : examples) {
            for (Feature feature : seat.features()) {
                byName.putIfAbsent(feature.name(), feature);
                roles.computeIfAbsent(feature.name(), _ -> new ArrayList<>()).add(seat.role());
            }
        }
        return byName.values().stream()
                .map(feature -> entry(feature, roles.getOrDefault(feature.name(), List.of())))
                .toList();
    }

    private static Entry entry(Feature feature, List<String> roles) {
        return new Entry(
                "features",
                feature.name(),
                "Observed by " + String.join(", ", roles) + ", " + domain(feature),
                "name in " + EXAMPLE + "; names of venues, chains, assets and agents are those of your scenario\n"
                        + "its meaning: docs/roles.md");
    }

    private static String domain(Feature feature) {
        return "[" + number(feature.low()) + ", " + number(feature.high()) + "] in " + feature.unit();
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%s", value);
    }
}
