package catallaxy.scenarios.bridge;

import catallaxy.agents.policy.AgentCreationException;
import catallaxy.agents.policy.PythonPolicy;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.AgentPolicy;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A whole run that leaves its folder, with policies of Python in some seats. The first turn begins it; each later one is the answer to
 * the agent that was asked; in the last it is finished.
 */
final class BridgedRun implements Bridged {
    private final Scenario scenario;
    private final Order order;
    private final BridgedSeats seats;
    private final AtomicBoolean left = new AtomicBoolean();
    private @Nullable Turns turns;
    private @Nullable Map<String, Object> summary;

    /**
     * What is to be run.
     *
     * @param seed    none for the scenario's
     * @param out     the folder in which the run folder is made
     * @param command that makes the same run again, for the run folder
     * @param version of the program
     */
    record Order(OptionalLong seed, Path out, String command, String version) {}

    /** @param scenario in which some policies are {@link PythonPolicy} */
    BridgedRun(Scenario scenario, Order order) {
        this.scenario = scenario;
        this.order = order;
        seats = new BridgedSeats(new MarketEnvironment(scenario.market()));
    }

    private boolean isPython(String agent) {
        return scenario.policies().stream()
                .anyMatch(each -> each.agent().equals(agent) && each.policy() instanceof PythonPolicy);
    }

    @Override
    public Map<String, Object> description() {
        return BridgedMarket.description(scenario.market(), seats, this::isPython);
    }

    @Override
    public SharedLayout layout() {
        return seats.layout();
    }

    @Override
    public void attach(SharedBlock block, Turns prepared) {
        seats.attach(block);
        turns = prepared;
    }

    @Override
    public void turn() {
        seats.clear();
        try {
            summary = RecordFields.of(Simulation.run(request(), _ -> {}, left::get));
        } catch (AgentCreationException unusable) {
            throw UserError.usage(String.valueOf(unusable.getMessage()));
        } catch (IOException failed) {
            throw UserError.failed("cannot write the run folder: " + FileFault.text(failed), failed);
        }
        seats.showEnd(true);
    }

    /** Nothing comes after the run, well or not. */
    @Override
    public Optional<Map<String, Object>> result() {
        return Optional.of(summary == null ? Map.of() : summary);
    }

    private RunRequest request() {
        return new RunRequest(
                seated(),
                order.seed().orElse(scenario.seed()),
                DriverKind.BATCH,
                order.out(),
                order.command(),
                order.version(),
                ClassLoader.getSystemClassLoader(),
                OptionalLong.empty());
    }

    /** The scenario with agents that ask Python where it says so. */
    private Scenario seated() {
        PythonPolicy asking =
                new PythonPolicy(Optional.of(_ -> new PythonAgent(seats, Objects.requireNonNull(turns), left)));
        List<AgentPolicy> policies = scenario.policies().stream()
                .map(each -> each.policy() instanceof PythonPolicy ? new AgentPolicy(each.agent(), asking) : each)
                .toList();
        return new Scenario(
                scenario.file(),
                scenario.market(),
                scenario.seed(),
                policies,
                scenario.faultRule(),
                scenario.training(),
                scenario.evolution(),
                scenario.recording(),
                scenario.candles());
    }

    /** The settings that put Python into seats. */
    static Map<String, String> seating(Map<String, String> settings, List<String> agents) {
        Map<String, String> seating = new LinkedHashMap<>(settings);
        for (String agent : agents) {
            String key = "agents." + agent + ".policy.kind";
            if (seating.put(key, "python") != null) {
                throw UserError.usage(key + ": expected none, since the policy of " + agent + " is in Python");
            }
        }
        return seating;
    }

    @Override
    public Map<String, Object> answer(String question, Map<String, ?> details) {
        throw Bridged.unknown(question);
    }
}
