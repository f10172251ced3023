package catallaxy.scenarios.file;

import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.seat.SeatedLearner;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.role.Roles;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.role.SupervisedSeats;
import catallaxy.scenarios.file.evolution.EvolutionSection;
import catallaxy.scenarios.file.evolution.EvolutionSpec;
import catallaxy.scenarios.file.learning.MarketTraining;
import catallaxy.scenarios.file.learning.SeatLearnerReader;
import catallaxy.scenarios.file.learning.SeatLearnerSpec;
import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.market.AgentReader;
import catallaxy.scenarios.file.market.CandleFiles;
import catallaxy.scenarios.file.market.CheckpointPolicyReader;
import catallaxy.scenarios.file.market.EngineReader;
import catallaxy.scenarios.file.market.RoleReader;
import catallaxy.scenarios.file.market.TraderReader;
import catallaxy.scenarios.file.market.WorldReader;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.Values;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.value.Durations;
import catallaxy.scenarios.file.value.ValueKind;
import java.util.List;
import java.util.Optional;

/** Reads a whole scenario from its resolved object. One use. */
final class MarketReader {
    /** Stands for the span of the replayed data. */
    private static final long OF_DATA = Long.MIN_VALUE;

    private static final long SHORTEST = 1_000_000_000L;
    private static final long LONGEST = 1825 * 86_400_000_000_000L;

    /** Nanoseconds, or {@link #OF_DATA}. */
    private static final ValueKind<Long> DURATION = new ValueKind<>(
            "duration or data",
            "a duration of at most 36500 d, such as 12 s, 5 m or 1 d, or data",
            1L,
            text -> text.equals("data") ? Optional.of(OF_DATA) : Durations.parse(text),
            nanos -> nanos == OF_DATA ? "data" : Durations.render(nanos));

    private final Section root;
    private final Reading reading;
    private final CandleFiles candleFiles;

    MarketReader(Section root, Reading reading) {
        this.root = root;
        this.reading = reading;
        this.candleFiles = new CandleFiles();
    }

    /** @throws ScenarioException if there is any mistake */
    Scenario read(String source, String defaultName) {
        String description = root.get("description", ValueKind.TEXT);
        String name = Values.scenarioName(root, defaultName);
        long seed = root.get("seed", ValueKind.SEED);
        Optional<RecordingSpec> recording = RecordReader.PLAIN.read(root.section("recording"), RecordingSpec.class);
        Optional<FaultRule> faults = RecordReader.PLAIN.read(root.section("faults"), FaultRule.class);
        EngineReader.Result engine =
                new EngineReader(root, new WorldReader(candleFiles, root.section("candles"))).read();
        long duration = duration(engine.engine());
        long tradeLimit = root.get("trade-limit", ValueKind.WHOLE);
        List<Optional<GroupSpec>> population = population(engine);
        List<Optional<AgentReader.SeatAndPolicy>> agents = agents(engine);
        List<Optional<SeatLearnerSpec>> learners = learners();
        Optional<EvolutionSpec> evolution = evolution();
        Optional<MarketTraining> training = SeatLearnerReader.training(root.section("training"), learners);
        reading.problems().throwIfAny();
        Optional<MarketSpec> market = root.build(() -> new MarketSpec(
                name,
                duration,
                engine.engine().orElseThrow(),
                population.stream().map(Optional::orElseThrow).toList(),
                agents.stream().map(agent -> agent.orElseThrow().seat()).toList(),
                tradeLimit));
        reading.problems().throwIfAny();
        requireFactors(market.orElseThrow());
        reading.problems().throwIfAny();
        requireComponents(market.orElseThrow(), learners);
        reading.problems().throwIfAny();
        return new Scenario(
                ScenarioFile.of(source, description, reading),
                market.orElseThrow(),
                seed,
                policies(agents),
                faults.orElseThrow(),
                training.orElseThrow(),
                evolution,
                recording.orElseThrow(),
                candleFiles.reports());
    }

    private static List<AgentPolicy> policies(List<Optional<AgentReader.SeatAndPolicy>> agents) {
        return agents.stream()
                .map(Optional::orElseThrow)
                .map(MarketReader::policy)
                .toList();
    }

    /** How a policy or settings are evolved, where a method is named. */
    private Optional<EvolutionSpec> evolution() {
        EvolutionSection section = new EvolutionSection(
                root.described("evolution", "evolution", Manual.training(), false),
                root.open("evolution-methods"),
                true);
        return section.isSaid() ? section.read() : Optional.empty();
    }

    private List<Optional<SeatLearnerSpec>> learners() {
        Names agents = new Names("one of the agents", root.open("agents").names());
        return SeatLearnerReader.learners(root.open("learners"), agents);
    }

    /** Agents choose factors that their market has, and that their roles do not show already. */
    private void requireFactors(MarketSpec market) {
        for (int agent = 0; agent < market.agents().size(); agent++) {
            SeatSpec seat = market.agents().get(agent);
            try {
                Roles.of(market.engine(), market.durationNanos(), market.agents(), agent, SupervisedSeats.none());
            } catch (IllegalArgumentException misfit) {
                if (seat.factors().isEmpty()) {
                    throw misfit;
                }
                String expected = "factors that fit the seat (" + misfit.getMessage() + ")";
                root.open("agents")
                        .variant(seat.id(), "templates.agent", "role")
                        .orElseThrow()
                        .section()
                        .reject("factors", expected);
            }
        }
    }

    /** Learners choose components that their seats have. */
    private void requireComponents(MarketSpec market, List<Optional<SeatLearnerSpec>> learners) {
        if (learners.isEmpty()) {
            return;
        }
        MarketEnvironment seats = new MarketEnvironment(market);
        for (Optional<SeatLearnerSpec> each : learners) {
            String agent = each.orElseThrow().agent();
            List<String> components = SeatedLearner.actionNames(seats.actionSpec(agent));
            root.open("learners")
                    .named(agent, "templates.seat")
                    .references("components", new Names("an action component of the role", components));
        }
    }

    private static AgentPolicy policy(AgentReader.SeatAndPolicy agent) {
        return new AgentPolicy(agent.seat().id(), agent.policy());
    }

    /** What the scenario says, or the data's span up to the limit; nothing past the end of the data. */
    private long duration(Optional<EngineSpec> engine) {
        long stated = root.get("duration", DURATION);
        long limit = root.get("duration-limit", ValueKind.DURATION);
        if (limit < SHORTEST || limit > LONGEST) {
            root.reject("duration-limit", Durations.render(SHORTEST) + " to " + Durations.render(LONGEST));
        }
        long data = engine.map(spec -> spec.world().endNanos()).orElse(Long.MAX_VALUE);
        if (engine.isPresent() && stated == OF_DATA && data == Long.MAX_VALUE) {
            root.reject("duration", "a duration, as no asset is replayed from data");
        } else if (stated > data) {
            root.reject("duration", "at most " + Durations.render(data) + ", the span of the data");
        }
        return stated == OF_DATA ? Math.min(limit, data) : stated;
    }

    private List<Optional<GroupSpec>> population(EngineReader.Result engine) {
        Section section = root.open("population");
        TraderReader reader = new TraderReader(engine);
        return section.names().stream()
                .flatMap(name -> section
                        .variant(name, "templates.population", "kind")
                        .map(reader::read)
                        .orElse(List.of(Optional.empty()))
                        .stream())
                .toList();
    }

    private List<Optional<AgentReader.SeatAndPolicy>> agents(EngineReader.Result engine) {
        Section section = root.open("agents");
        RoleReader roles = new RoleReader(engine.names(), engine.venues(), engine.assets());
        AgentReader reader = new AgentReader(engine.names(), engine.assets(), roles, new CheckpointPolicyReader());
        return section.names().stream()
                .map(name -> section.variant(name, "templates.agent", "role").flatMap(reader::read))
                .toList();
    }
}
