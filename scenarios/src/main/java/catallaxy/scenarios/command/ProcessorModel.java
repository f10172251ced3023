package catallaxy.scenarios.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor's model name where the system tells it in a file, otherwise its architecture. */
final class ProcessorModel {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private ProcessorModel() {}

    static String read() {
        try (Stream<String> lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException | RuntimeException unreadable) {
            return System.getProperty("os.arch");
        }
    }
}
