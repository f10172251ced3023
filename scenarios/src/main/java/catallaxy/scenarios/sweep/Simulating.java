package catallaxy.scenarios.sweep;

import catallaxy.agents.policy.AgentCreationException;
import catallaxy.scenarios.ShellWord;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Simulates runs of a sweep, each on the thread that asks for it, under the batch driver. A run that was begun before is done anew,
 * and what it had left is removed.
 *
 * @param version     of the program
 * @param userClasses where agents of the user's own are found
 * @param stop        whether runs are to stop, asked on any thread
 */
public record Simulating(String version, ClassLoader userClasses, BooleanSupplier stop)
        implements SweepWorker<RunSummary> {
    @Override
    public RunSummary begin(Task task) throws IOException {
        Scenario scenario = ScenarioReader.read(task.scenario(), task.settings());
        RunRequest request = new RunRequest(
                scenario,
                scenario.seed(),
                DriverKind.BATCH,
                task.parent(),
                command(task),
                version,
                userClasses,
                OptionalLong.empty());
        try {
            return Simulation.run(request, _ -> {}, stop);
        } catch (AgentCreationException unusable) {
            throw UserError.usage(String.valueOf(unusable.getMessage()));
        }
    }

    @Override
    public RunSummary goOn(Task task, Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        return begin(task);
    }

    /** What makes the same run alone. */
    private static String command(Task task) {
        List<String> words = new ArrayList<>(List.of("run", task.scenario().toString()));
        task.settings().forEach((key, value) -> words.add(key + "=" + value));
        return "catallaxy " + ShellWord.line(words);
    }
}
