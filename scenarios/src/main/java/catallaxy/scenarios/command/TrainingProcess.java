package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code catallaxy train} in a process of its own, started as this one was. */
final class TrainingProcess {
    private TrainingProcess() {}

    /**
     * Trains and waits for the end.
     *
     * @return the summary
     * @throws UserError with what the process said, if it failed
     */
    static Map<String, Object> train(Path scenario, Map<String, String> settings, Path parent) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("train", scenario.toString()));
        settings.forEach((key, value) -> arguments.add(key + "=" + value));
        arguments.addAll(List.of("--out", parent.toString(), "--quiet", "--json"));
        Path errors = Files.createTempFile("catallaxy", ".err");
        try {
            Process process = new ProcessBuilder(commandLine(arguments))
                    .redirectError(errors.toFile())
                    .start();
            return summary(process, errors);
        } finally {
            Files.delete(errors);
        }
    }

    /** The command line of another process of this program. */
    static List<String> commandLine(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private static Map<String, Object> summary(Process process, Path errors) throws IOException {
        try (InputStream in = process.getInputStream()) {
            String out = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new UserError(ExitCode.FAILED, Files.readString(errors).strip());
            }
            String last = out.lines().reduce("", (before, line) -> line);
            return ConfigFactory.parseString(last).root().unwrapped();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw UserError.failed("interrupted", stopped);
        } catch (ConfigException malformed) {
            throw UserError.failed("the training process answered otherwise than expected", malformed);
        }
    }
}
