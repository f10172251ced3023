package catallaxy.scenarios.sweep;

import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.JsonFile;
import catallaxy.scenarios.folder.RunManifest;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.run.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Sweeps whose runs are simulations of a market. */
public final class SimulationSweep implements SweepKind<RunSummary> {
    /** As plans have it. */
    public static final String NAME = "simulation";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SweepPlan.Run run(Path scenario, Map<String, String> settings, Consumer<Problem> warned) {
        Scenario read = ScenarioReader.read(scenario, settings);
        read.file().warnings().forEach(warned);
        return new SweepPlan.Run(settings, read.file().configDigest(), read.seed());
    }

    @Override
    public Optional<Begun<RunSummary>> begun(Path folder) throws IOException {
        RunFiles files = new RunFiles(folder);
        if (!Files.isRegularFile(files.manifest()) || !Files.isRegularFile(files.scenario())) {
            return Optional.empty();
        }
        try {
            RunManifest manifest = JsonFile.record(files.manifest(), RunManifest.class, _ -> {});
            OptionalLong seed = manifest.subject().seed();
            return seed.isEmpty() ? Optional.empty() : Optional.of(begun(files, manifest, seed.getAsLong()));
        } catch (FolderException malformed) {
            throw UserError.corrupt(String.valueOf(malformed.getMessage()));
        }
    }

    private static Begun<RunSummary> begun(RunFiles files, RunManifest manifest, long seed) throws IOException {
        Optional<RunSummary> result = Optional.empty();
        if (manifest.completed() && Checksums.areAt(files.folder())) {
            Checksums.requireOfPresent(files.folder());
            RunSummary written = JsonFile.record(files.summary(), RunSummary.class, _ -> {});
            result = Optional.of(written.at(files.folder().toString()));
        }
        return new Begun<>(files.folder(), manifest.subject().configDigest(), seed, result);
    }
}
