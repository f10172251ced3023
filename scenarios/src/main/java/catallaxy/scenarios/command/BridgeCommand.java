package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.bridge.BridgeHost;
import catallaxy.scenarios.bridge.PythonBridge;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code catallaxy bridge}: the other end of the Python package. */
@Command(
        name = "bridge",
        description =
                "Play with another program over pipes and shared memory; for the Python package (docs/python.md).",
        footer = {
            "",
            "Example, one line of JSON in and one out:",
            "  echo '{\"request\": \"open\", \"environment\": \"parallel\", \"scenario\": \"two-chains\"}' | catallaxy bridge"
        })
final class BridgeCommand extends Subcommand implements BridgeHost {
    @Override
    public Integer call() throws IOException {
        System.setOut(System.err);
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            new PythonBridge(System.in, out, this).serve();
        }
        return ExitCode.OK.number();
    }

    @Override
    public Path file(String scenario) {
        ScenarioArguments arguments = new ScenarioArguments();
        arguments.scenario = scenario;
        return arguments.file();
    }

    @Override
    public Map<String, String> settings(List<String> words) {
        return KeyValues.of(words);
    }

    @Override
    public String version() {
        return Version.number();
    }

    @Override
    public Map<String, ?> told(Throwable error) {
        ErrorReport.Explained explained = ErrorReport.explained(error, false);
        return Map.of("error", explained.message(), "exitCode", explained.code().number());
    }
}
