package catallaxy.scenarios.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.file.FlowFixture;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.run.AgentPlans;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A market that is stepped over the bridge is the one that a driver runs, event for event. */
final class BridgedMarketTest {
    private static final long SEED = 5;
    private static final Map<String, String> HOUR = Map.of("duration", "1 h");

    @TempDir
    Path folder;

    /**
     * Decides by what is observed and nothing else, as both sides of the comparison can: holds now and then, and moves each component a
     * little away from where it asks for nothing.
     */
    private record Scripted() implements Agent {
        @Override
        public Action decide(Observation observation) {
            List<ActionComponent> components = observation.actions().components();
            double[] values = new double[components.size()];
            double hash = hash(observation.values());
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (components.get(i)) {
                    case ActionComponent.Continuous each -> value(hash, i, each.low(), each.high(), each.neutral());
                    case ActionComponent.Discrete each ->
                        label(hash, i, each.labels().size());
                };
            }
            return hash < 0.1 ? Action.HOLD : Action.of(values);
        }

        /** In [0, 1). */
        static double hash(double[] observed) {
            double sum = 0;
            for (double each : observed) {
                sum += each;
            }
            return Math.abs(sum * 1000.123) % 1;
        }

        static double label(double hash, int i, int labels) {
            return (int) (((hash * (i + 3) * 7) % 1) * labels);
        }

        static double value(double hash, int i, double low, double high, double neutral) {
            double share = (hash * (i + 3) * 7) % 1;
            return neutral + 0.05 * share * (share < 0.5 ? low - neutral : high - neutral);
        }
    }

    private static Scenario scenario(String name, Map<String, String> settings) {
        return ScenarioReader.read(PythonSide.SCENARIOS.resolve(name + ".conf"), settings);
    }

    /** The digest of a run in which those agents are scripted. */
    private static String driven(Scenario scenario, long seed, Set<String> scripted) {
        List<AgentPlan> plans = AgentPlans.of(scenario, seed, BridgedMarketTest.class.getClassLoader()).stream()
                .map(plan -> scripted.contains(plan.agent()) ? new AgentPlan(plan.agent(), Scripted::new) : plan)
                .toList();
        return new BatchDriver()
                .run(new MarketEnvironment(scenario.market()), seed, plans, FaultRule.DEFAULT, DriverListener.NONE)
                .digest();
    }

    /** One seat as Python sees it: where its numbers lie. */
    private record SeatPlace(
            String id, boolean python, int index, int feature, int features, int component, List<?> components) {}

    private static List<SeatPlace> places(Map<String, ?> opened) {
        List<SeatPlace> places = new ArrayList<>();
        int feature = 0;
        int component = 0;
        for (Object each : PythonSide.list(opened.get("agents"))) {
            Map<String, ?> seat = PythonSide.object(each);
            int features = PythonSide.list(seat.get("features")).size();
            List<?> components = PythonSide.list(seat.get("components"));
            boolean python = Boolean.TRUE.equals(seat.get("python"));
            places.add(new SeatPlace(
                    String.valueOf(seat.get("id")), python, places.size(), feature, features, component, components));
            feature += features;
            component += components.size();
        }
        return places;
    }

    /** The digest of a run that is stepped over the bridge, with the same script. */
    private String stepped(PythonSide python, Map<String, ?> opened, long seed) {
        python.reset(seed);
        List<SeatPlace> places = places(opened);
        while (python.array("finished").get(SharedBlock.LONG, 0) == 0) {
            for (SeatPlace place : places) {
                if (place.python && python.array("due").get(ValueLayout.JAVA_BYTE, place.index) == 1) {
                    decide(python, place);
                }
            }
            python.turn();
        }
        return String.valueOf(python.ask(Map.of("request", "digest")).get("digest"));
    }

    private static void decide(PythonSide python, SeatPlace place) {
        double[] observed = new double[place.features];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = python.array("observations").getAtIndex(SharedBlock.DOUBLE, place.feature + i);
        }
        double hash = Scripted.hash(observed);
        for (int i = 0; i < place.components.size(); i++) {
            Map<String, ?> each = PythonSide.object(place.components.get(i));
            double value = each.get("labels") instanceof List<?> labels
                    ? Scripted.label(hash, i, labels.size())
                    : Scripted.value(hash, i, number(each, "low"), number(each, "high"), number(each, "neutral"));
            python.array("actions").setAtIndex(SharedBlock.DOUBLE, place.component + i, value);
        }
        python.array("given").set(ValueLayout.JAVA_BYTE, place.index, hash < 0.1 ? (byte) 0 : (byte) 1);
    }

    private static double number(Map<String, ?> object, String key) {
        return ((Number) Objects.requireNonNull(object.get(key), key)).doubleValue();
    }

    private static Map<String, Object> parallel(String scenario, List<String> settings, List<String> agents) {
        return Map.of("environment", "parallel", "scenario", scenario, "settings", settings, "agents", agents);
    }

    /** All that come with the program. */
    static List<String> shipped() throws IOException {
        try (Stream<Path> files = Files.list(PythonSide.SCENARIOS)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".conf"))
                    .map(file -> file.replace(".conf", ""))
                    .sorted()
                    .toList();
        }
    }

    /** Long enough for several decisions of everybody. */
    private static String shortened(String name) {
        return switch (name) {
            case "seasons" -> "3 d";
            case "bull-and-bear", "liquidity-desk" -> "2 h";
            case "lob-replay" -> "1 m";
            default -> "30 m";
        };
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theSameDecisionsGiveTheSameRunInEveryScenario(String name) throws IOException {
        compare(name, List.of("duration=" + shortened(name)));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("shipped")
    void theSameDecisionsGiveTheSameRunOverTheWholeHorizon(String name) throws IOException {
        compare(name, List.of());
    }

    private void compare(String name, List<String> settings) throws IOException {
        List<String> words = new ArrayList<>(settings);
        if (name.equals("replay")) {
            words.add("candles.file=" + candles());
        } else if (name.equals("lob-replay")) {
            words.add("population.flow.file=" + FlowFixture.write(folder));
        }
        Scenario scenario = scenario(name, PythonSide.HOST.settings(words));
        Set<String> all = AgentPlans.agents(scenario, BridgedMarketTest.class.getClassLoader())
                .policies()
                .keySet();
        try (PythonSide python = new PythonSide(folder, true)) {
            Map<String, ?> opened = python.open(parallel(name, words, List.of()));
            String first = stepped(python, opened, SEED);
            assertThat(first).isEqualTo(driven(scenario, SEED, all));
            if (!all.isEmpty()) {
                assertThat(first).as("decisions matter").isNotEqualTo(driven(scenario, SEED, Set.of()));
            }
        }
    }

    /** A file with a day of candles of a minute. */
    private Path candles() throws IOException {
        List<String> rows = new ArrayList<>(List.of("time,open,high,low,close"));
        for (int minute = 0; minute < 1440; minute++) {
            double price = 100 + 5 * Math.sin(minute / 40.0) + minute % 7 * 0.1;
            rows.add("%d,%2$.3f,%2$.3f,%2$.3f,%2$.3f".formatted(1_600_000_000L + 60L * minute, price));
        }
        return Files.write(folder.resolve("candles.csv"), rows);
    }

    @Test
    void seatsThatAreNotInPythonPlayTheScenariosPolicies() {
        Scenario scenario = scenario("two-chains", HOUR);
        try (PythonSide python = new PythonSide(folder, false)) {
            Map<String, ?> opened = python.open(parallel("two-chains", List.of("duration=1 h"), List.of("fund")));
            assertThat(stepped(python, opened, SEED)).isEqualTo(driven(scenario, SEED, Set.of("fund")));
        }
    }

    @Test
    void aRunIsAFunctionOfItsSeed() {
        try (PythonSide python = new PythonSide(folder, true)) {
            Map<String, ?> opened = python.open(parallel("bull-and-bear", List.of("duration=3 h"), List.of()));
            String first = stepped(python, opened, 1);
            assertThat(stepped(python, opened, 2)).isNotEqualTo(first);
            assertThat(stepped(python, opened, 1)).isEqualTo(first);
        }
    }

    @Test
    void whatIsSeenIsTheObservation() {
        Scenario scenario = scenario("bull-and-bear", HOUR);
        MarketEnvironment environment = new MarketEnvironment(scenario.market());
        double[] first = environment.reset(SEED).due().getFirst().observation().values();
        try (PythonSide python = new PythonSide(folder, true)) {
            python.open(parallel("bull-and-bear", List.of("duration=1 h"), List.of()));
            python.reset(SEED);
            for (int i = 0; i < first.length; i++) {
                assertThat(python.array("observations").getAtIndex(SharedBlock.DOUBLE, i))
                        .isEqualTo(first[i]);
            }
            assertThat(python.array("epochs").get(SharedBlock.LONG, 0)).isZero();
            python.turn();
            assertThat(python.array("epochs").get(SharedBlock.LONG, 0)).isOne();
            assertThat(python.array("timeNanos").get(SharedBlock.LONG, 0)).isEqualTo(600_000_000_000L);
        }
    }

    @Test
    void anActionIsTakenOnceAndAfterThatTheAgentHolds() {
        try (PythonSide python = new PythonSide(folder, true)) {
            python.open(parallel("bull-and-bear", List.of("duration=1 h"), List.of()));
            python.reset(SEED);
            python.array("given").set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
            python.turn();
            assertThat(python.array("given").get(ValueLayout.JAVA_BYTE, 0)).isZero();
        }
    }
}
