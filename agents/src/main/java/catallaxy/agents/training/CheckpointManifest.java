package catallaxy.agents.training;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Kernels;
import catallaxy.environment.base.state.CorruptStateException;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a checkpoint comes from and how far training had come.
 *
 * @param origin   of the run
 * @param progress at the checkpoint
 */
public record CheckpointManifest(Origin origin, TrainingProgress progress) {
    /** Of the layout of checkpoints; others are refused. */
    public static final int FORMAT = 1;

    private static final String UNKNOWN = "unknown";

    /**
     * What a run is made by and from; the same in all its checkpoints.
     *
     * @param program     that trains
     * @param computing   what computes the networks
     * @param training    that is asked for
     * @param observation names of the features
     * @param action      names of the components
     */
    public record Origin(
            Program program, Computing computing, Training training, List<String> observation, List<String> action) {
        public Origin {
            observation = List.copyOf(observation);
            action = List.copyOf(action);
        }

        private static Origin of(Config json) {
            return new Origin(
                    new Program(
                            json.getString("catallaxy"),
                            json.getString("commit"),
                            json.getString("jdk"),
                            json.getString("os")),
                    new Computing(
                            json.hasPath("engine") ? json.getString("engine") : UNKNOWN,
                            Kernels.of(json.root().unwrapped()),
                            json.getString("device"),
                            json.getInt("threads")),
                    new Training(
                            json.getString("algorithm"),
                            json.getString("problem"),
                            json.getString("configuration"),
                            json.getLong("seed")),
                    json.getStringList("observation"),
                    json.getStringList("action"));
        }

        private void write(Map<String, Object> json) {
            json.put("catallaxy", program.version());
            json.put("commit", program.commit());
            json.put("jdk", program.jdk());
            json.put("engine", computing.engine());
            json.put("os", program.os());
            json.putAll(computing.kernels().entries());
            json.put("algorithm", training.algorithm());
            json.put("problem", training.problem());
            json.put("configuration", training.configuration());
            json.put("seed", training.seed());
            json.put("device", computing.device());
            json.put("threads", computing.threads());
            json.put("observation", observation);
            json.put("action", action);
        }
    }

    /**
     * The program that trains, and what it runs on.
     *
     * @param version of Catallaxy
     * @param commit  of the sources, or unknown
     * @param jdk     version
     * @param os      name and processor architecture
     */
    public record Program(String version, String commit, String jdk, String os) {}

    /**
     * What computes the networks.
     *
     * @param engine  and its version; unknown in checkpoints that do not say
     * @param kernels processor and instructions; unknown in checkpoints that do not say
     * @param device  on which the networks are
     * @param threads of the engine
     */
    public record Computing(String engine, Kernels kernels, String device, int threads) {}

    /**
     * What is trained.
     *
     * @param algorithm     as in scenario files
     * @param problem       as in scenario files
     * @param configuration the resolved scenario, one key a line
     * @param seed          of all chance
     */
    public record Training(String algorithm, String problem, String configuration, long seed) {}

    /** The bytes of {@code manifest.json} beside files of these names and checksums. */
    byte[] write(TensorStore tensors, Map<String, String> checksums) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        origin.write(json);
        json.put("steps", progress.steps());
        json.put("episodes", progress.episodes());
        json.put("lastEvaluation", progress.lastEvaluation());
        json.put("bestEvaluation", progress.bestEvaluation());
        json.put("bestSteps", progress.bestSteps());
        json.put("evaluationsSinceBest", progress.stale());
        json.put("end", progress.end().word());
        json.put("learner", tensors.notes());
        Map<String, Object> shapes = new LinkedHashMap<>();
        tensors.names()
                .forEach(name -> shapes.put(
                        name,
                        Arrays.stream(tensors.tensor(name).shape()).boxed().toList()));
        json.put("tensors", shapes);
        json.put("files", checksums);
        return ChecksummedJson.write(json);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws CorruptStateException if it is of another format
     */
    static CheckpointManifest of(Config json) {
        try {
            if (json.getInt("format") != FORMAT) {
                throw new CorruptStateException(
                        "format: expected version " + FORMAT + ", found version " + json.getInt("format"));
            }
            TrainingProgress progress = new TrainingProgress(
                    json.getLong("steps"),
                    json.getLong("episodes"),
                    number(json, "lastEvaluation"),
                    number(json, "bestEvaluation"),
                    json.getLong("bestSteps"),
                    json.getInt("evaluationsSinceBest"),
                    TrainingEnd.of(json.getString("end")));
            return new CheckpointManifest(Origin.of(json), progress);
        } catch (ConfigException | IllegalArgumentException malformed) {
            throw new CorruptStateException("manifest: " + malformed.getMessage());
        }
    }

    private static double number(Config json, String key) {
        return json.getIsNull(key) ? Double.NaN : json.getDouble(key);
    }
}
