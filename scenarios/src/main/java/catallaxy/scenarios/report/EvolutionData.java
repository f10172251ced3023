package catallaxy.scenarios.report;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.folder.EvolutionSummary;
import catallaxy.scenarios.folder.EvolvedSolution;
import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.JsonFile;
import catallaxy.scenarios.folder.JsonObject;
import catallaxy.scenarios.folder.TrainingManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an evolution left behind. Any file may be absent or cut off. Immutable.
 *
 * @param metrics   by name, over trials
 * @param solutions the best, or a front in its order
 * @param elites    of an archive
 */
record EvolutionData(
        Path path,
        TrainingManifest manifest,
        EvolutionSummary summary,
        Metrics metrics,
        List<EvolvedSolution> solutions,
        List<EvolvedSolution> elites) {
    /**
     * Reads the evolution in {@code folder}, as far as it is there.
     *
     * @throws IOException if a file cannot be read, or is corrupt other than by ending early
     */
    static EvolutionData read(Path folder) throws IOException {
        return new EvolutionData(
                folder,
                JsonFile.record(folder.resolve("manifest.json"), TrainingManifest.class, _ -> {}),
                JsonFile.record(folder.resolve("summary.json"), EvolutionSummary.class, _ -> {}),
                Metrics.read(folder.resolve("metrics.jsonl"), "step", _ -> {}),
                solutions(folder.resolve("solutions.jsonl")),
                solutions(folder.resolve("archive.jsonl")));
    }

    private static List<EvolvedSolution> solutions(Path file) throws IOException {
        List<EvolvedSolution> solutions = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                try {
                    solutions.add(new JsonObject(file, JsonText.read(line)).record(EvolvedSolution.class));
                } catch (IOException broken) {
                    throw new FolderException(file + ": expected a JSON object in each line: " + broken.getMessage());
                }
            }
        }
        return solutions;
    }

    /** Names of the objectives, in order. */
    List<String> objectives() {
        return List.copyOf(summary.best().values().keySet());
    }
}
