package catallaxy.scenarios.file;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Kernels;
import catallaxy.agents.training.CheckpointFolder;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.agents.training.Snapshot;
import catallaxy.agents.training.TrainingEnd;
import catallaxy.agents.training.TrainingProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A checkpoint of a market maker with a policy of one layer that always does the same. */
public final class CheckpointFixture {
    private static final List<String> FEATURES = List.of(
            "inventory_share",
            "bid_distance",
            "ask_distance",
            "volatility",
            "imbalance",
            "reference_gap",
            "risk_scale",
            "mid_change",
            "mid_trend");
    private static final List<String> ACTIONS = List.of("bid_offset_bps", "ask_offset_bps", "bid_size", "ask_size");
    private static final String SCENARIO = """
            assets { ETH.decimals = 18, USDC.decimals = 6 }
            agents.maker { role = market-maker, policy.kind = avellaneda-stoikov }
            learners.maker.algorithm = ppo
            """;

    private CheckpointFixture() {}

    /** Writes it where there is none yet; returns its folder. */
    public static Path write(Path parent) {
        try {
            Path folder = parent.resolve(CheckpointFolder.name(10));
            if (Files.exists(folder)) {
                return folder;
            }
            CheckpointManifest.Origin origin = new CheckpointManifest.Origin(
                    new CheckpointManifest.Program("0", "unknown", "25", "any"),
                    new CheckpointManifest.Computing("none", Kernels.UNKNOWN, "cpu", 1),
                    new CheckpointManifest.Training("ppo", "every-kind", SCENARIO, 1),
                    named(FEATURES),
                    named(ACTIONS));
            TrainingProgress progress = new TrainingProgress(10, 1, Double.NaN, Double.NaN, -1, 0, TrainingEnd.STEPS);
            return new CheckpointFolder(parent).add(origin, new Snapshot(progress, tensors(), new byte[0]));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<String> named(List<String> names) {
        return names.stream().map(name -> "maker/" + name).toList();
    }

    private static TensorStore tensors() {
        int inputs = FEATURES.size();
        int outputs = ACTIONS.size();
        TensorStore tensors = new TensorStore();
        float[] ones = new float[inputs];
        Arrays.fill(ones, 1);
        tensors.put("maker/policy.0.weight", new float[outputs * inputs], outputs, inputs);
        tensors.put("maker/policy.0.bias", new float[] {0.1f, 0.2f, 0.3f, 0.4f}, outputs);
        tensors.put("maker/normaliser.shift", new float[inputs], inputs);
        tensors.put("maker/normaliser.scale", ones, inputs);
        return tensors;
    }
}
