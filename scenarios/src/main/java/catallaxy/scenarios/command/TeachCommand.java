package catallaxy.scenarios.command;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.planning.MoveTraining;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.PlannedArbitrage;
import catallaxy.agents.policy.PlannerCourse;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.training.TensorFile;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.run.AgentPlans;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catallaxy teach}: networks for a planner, from its own searches. */
@Command(
        name = "teach",
        description = {
            "Teach networks what a planner's searches find, and write them into a file that its policy can name.",
            "In each round the planner plays all runs, guided by what it learned in the round before."
        },
        footer = {
            "",
            "Example:",
            "  catallaxy teach arbitrage agents.arb.policy='{kind=planner}' duration=5m --agent arb --out arb.safetensors",
            "  catallaxy run arbitrage agents.arb.policy='{kind=planner,network=arb.safetensors}'"
        })
final class TeachCommand extends AnsweringCommand {
    @Mixin
    ScenarioArguments scenario = new ScenarioArguments();

    @Option(names = "--agent", required = true, paramLabel = "NAME", description = "Who plans.")
    String agent;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "What to write, in place of what is there.")
    Path file;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1001",
            description = "Seed of the first run; the others follow (default: 1001).")
    long seed;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "8", description = "Runs of a round (default: 8).")
    int runs;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "2", description = "Rounds (default: 2).")
    int rounds;

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    Answer answer() {
        Scenario read = ScenarioReader.read(scenario.file(), scenario.overrides());
        MarketAgents agents = AgentPlans.agents(read, classes.loader());
        PlannedArbitrage planner = planner(agents);
        PlannerCourse course = course();
        Progress progress = new Progress(progress(), "runs", (long) runs * rounds);
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            TensorStore taught = course.teach(agents, agent, planner, compute, done -> progress.at(done, () -> ""));
            progress.done();
            TensorFile.write(file, taught);
            return new Taught(file, runs * rounds);
        } catch (IllegalStateException tooLittle) {
            throw UserError.failed(String.valueOf(tooLittle.getMessage()), tooLittle);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private PlannedArbitrage planner(MarketAgents agents) {
        PolicySpec policy = agents.policies().get(agent);
        if (policy instanceof PlannedArbitrage planner) {
            return planner;
        }
        throw UserError.usage("--agent: expected one whose policy is planner, found " + agent
                + (policy == null ? ", which is no agent" : " with policy " + policy.policy()));
    }

    private PlannerCourse course() {
        try {
            return new PlannerCourse(seed, runs, rounds, MoveTraining.Fit.STANDARD);
        } catch (IllegalArgumentException refused) {
            throw UserError.usage("--" + refused.getMessage());
        }
    }

    private record Taught(Path file, int runs) implements Answer {
        @Override
        public void print(PrintWriter out) {
            out.println("wrote " + file + " after " + runs + " runs; name it by policy.network");
        }

        @Override
        public Map<String, ?> json() {
            return Map.of("file", file.toString(), "runs", runs);
        }
    }
}
