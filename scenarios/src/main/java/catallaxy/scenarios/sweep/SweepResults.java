package catallaxy.scenarios.sweep;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a sweep's folder says of runs: {@code sweep.json}, a run that has ended after the other, and the folders of the runs. */
final class SweepResults {
    /** The name of the file. */
    static final String FILE = "sweep.json";

    private SweepResults() {}

    static <S extends Record & RunResult> Map<String, Object> json(List<SweepRun<S>> runs) {
        return Map.of("runs", runs.stream().map(SweepRun::json).toList());
    }

    /**
     * Why runs have failed, by their settings.
     *
     * @throws UserError if the file is damaged (corrupt)
     */
    static Map<Map<String, String>, String> failures(Path folder) {
        Path file = folder.resolve(FILE);
        Map<Map<String, String>, String> failures = new HashMap<>();
        try {
            if (JsonText.read(Files.readString(file)).get("runs") instanceof List<?> runs) {
                for (Object run : runs) {
                    if (run instanceof Map<?, ?> entry && entry.get("failure") instanceof String why) {
                        failures.put(settings(entry), why);
                    }
                }
            }
            return failures;
        } catch (IOException malformed) {
            throw UserError.corrupt(file + ": " + malformed.getMessage());
        }
    }

    private static Map<String, String> settings(Map<?, ?> entry) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (entry.get("settings") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> settings.put(String.valueOf(key), String.valueOf(value)));
        }
        return settings;
    }

    /** The runs that have folders in this one. */
    static <S extends Record & RunResult> List<SweepKind.Begun<S>> begun(Path folder, SweepKind<S> kind)
            throws IOException {
        List<SweepKind.Begun<S>> begun = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> shown = entries.sorted()
                    .filter(Files::isDirectory)
                    .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .toList();
            for (Path entry : shown) {
                kind.begun(entry).ifPresent(begun::add);
            }
        }
        return begun;
    }
}
