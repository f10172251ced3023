package catallaxy.scenarios.file.market;

import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.agents.seat.SeatedLearner;
import catallaxy.agents.training.AgentTensors;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.CheckpointFolder;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.file.learning.SeatLearnerReader;
import catallaxy.scenarios.file.learning.SeatLearnerSpec;
import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.SectionText;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.text.ScenarioParser;
import catallaxy.scenarios.file.value.ValueKind;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads policies from checkpoints of market training. What a checkpoint was trained with, settings and advisor, stands in the
 * scenario that its manifest holds.
 */
public final class CheckpointPolicyReader {
    /**
     * The policy that a section names.
     *
     * @param seat the agent whose seat it is to take
     * @throws UserError if the checkpoint is damaged
     */
    Optional<PolicySpec> read(Section section, String seat) {
        String named = section.get("agent", ValueKind.TEXT);
        String agent = named.isEmpty() ? seat : named;
        section.set("agent", ValueKind.TEXT, agent);
        String expected = section.get("sha256", ValueKind.TEXT);
        try {
            Optional<Path> place = place(section);
            if (!section.isSound()) {
                return Optional.empty();
            }
            Path checkpoint = place.orElseThrow();
            String hash = sha256(checkpoint.resolve("manifest.json"));
            if (!expected.isEmpty() && !expected.equals(hash)) {
                section.reject("sha256", "the SHA-256 of " + checkpoint.resolve("manifest.json") + ", " + hash);
            }
            section.set("sha256", ValueKind.TEXT, hash);
            section.set("path", ValueKind.TEXT, checkpoint.toString());
            Checkpoint read = Checkpoint.read(checkpoint);
            if (read.manifest().origin().observation().stream().noneMatch(each -> each.startsWith(agent + "/"))) {
                section.reject("agent", "a learner of " + checkpoint);
                return Optional.empty();
            }
            return Optional.of(policy(checkpoint, read, agent, hash, LearnerBinding.NONE));
        } catch (CorruptStateException | IOException | ScenarioException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        }
    }

    private Optional<Path> place(Section section) {
        String name = section.get("path", ValueKind.TEXT);
        Path start = section.startOf("path");
        try {
            Path place = start.resolve(name).toAbsolutePath().normalize();
            Optional<Path> checkpoint = checkpointAt(place);
            if (name.isEmpty() || checkpoint.isEmpty()) {
                section.reject("path", "a checkpoint, or a run folder of training that has one");
            }
            return checkpoint;
        } catch (InvalidPathException | IOException unusable) {
            section.reject("path", "the name of a folder");
            return Optional.empty();
        }
    }

    /**
     * The checkpoint itself, or the one of a run folder that was to be scored; none where there is neither. Another one never
     * stands in for it: it would be of fewer steps, and nobody would know.
     *
     * @throws CorruptStateException if that one is missing or damaged
     */
    public static Optional<Path> checkpointAt(Path place) throws IOException {
        if (Files.isRegularFile(place.resolve("state.bin"))) {
            return Optional.of(place);
        }
        CheckpointFolder all = new CheckpointFolder(place.resolve("checkpoints"));
        Optional<Path> scored = scored(place, all);
        Optional<Path> chosen = scored.isPresent() ? scored : toBeScored(all);
        chosen.ifPresent(checkpoint -> requireWhole(checkpoint, all));
        return chosen;
    }

    /** The one that the summary of a run that has ended names. */
    private static Optional<Path> scored(Path place, CheckpointFolder all) {
        Path summary = place.resolve("summary.json");
        if (!Files.isRegularFile(summary)) {
            return Optional.empty();
        }
        try {
            return JsonText.read(Files.readString(summary)).get("checkpointSteps") instanceof Number steps
                    ? Optional.of(all.folder().resolve(CheckpointFolder.name(steps.longValue())))
                    : Optional.empty();
        } catch (IOException damaged) {
            throw new CorruptStateException(summary + ": damaged: " + damaged.getMessage());
        }
    }

    private static Optional<Path> toBeScored(CheckpointFolder all) throws IOException {
        Optional<Path> latest = all.all().stream().reduce((_, last) -> last);
        if (latest.isEmpty()) {
            return latest;
        }
        requireWhole(latest.get(), all);
        return Checkpoint.readManifest(latest.get())
                        .origin()
                        .training()
                        .configuration()
                        .contains("training.selection = best")
                ? all.best()
                : latest;
    }

    private static void requireWhole(Path checkpoint, CheckpointFolder all) {
        try {
            Checkpoint.read(checkpoint);
        } catch (CorruptStateException damaged) {
            throw new CorruptStateException(damaged.getMessage() + others(checkpoint, all));
        }
    }

    private static String others(Path checkpoint, CheckpointFolder all) {
        try {
            return all.all().stream()
                    .filter(other -> !other.equals(checkpoint))
                    .map(other -> "\nanother checkpoint of the run, to be named itself: " + other)
                    .collect(Collectors.joining());
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** SHA-256 of a file, hexadecimal. */
    static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /**
     * The policy that was trained in an agent's seat.
     *
     * @param binding of its learner
     * @throws CorruptStateException if the checkpoint is damaged
     */
    public static TrainedPolicy policy(Path checkpoint, String agent, LearnerBinding binding) throws IOException {
        String hash = sha256(checkpoint.resolve("manifest.json"));
        return policy(checkpoint, Checkpoint.read(checkpoint), agent, hash, binding);
    }

    private static TrainedPolicy policy(
            Path place, Checkpoint checkpoint, String agent, String hash, LearnerBinding binding) {
        CheckpointManifest.Origin origin = checkpoint.manifest().origin();
        Trained trained = trained(place.toString(), origin.training().configuration(), agent);
        SeatedLearner seated = trained.learner().bound(binding).seated(task -> {
            throw new IllegalStateException("a trained policy does not learn");
        });
        return seated.policy(
                new SeatedLearner.Origin(
                        place.toString(),
                        hash,
                        trained.role(),
                        of(agent, origin.observation()),
                        of(agent, origin.action())),
                trained.advisor(),
                AgentTensors.of(agent, checkpoint.snapshot().tensors()));
    }

    private static List<String> of(String agent, List<String> names) {
        String prefix = agent + "/";
        return names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    /** What the scenario of a checkpoint says of one learner. */
    private record Trained(SeatLearnerSpec learner, String role, PolicySpec advisor) {}

    private static Trained trained(String source, String configuration, String agent) {
        ScenarioParser parser = new ScenarioParser(Optional.empty());
        ConfigObject written = parser.parse(source, configuration, Map.of());
        Reading reading = new Reading(Manual.shipped(), parser.sources());
        ConfigObject top = reading.manual().top();
        Section root = new Section(reading, new SectionText("", "", written, top, source + ":1", parser.sources()));
        Optional<SeatLearnerSpec> learner =
                SeatLearnerReader.learner(root.open("learners").named(agent, "templates.seat"));
        Optional<Section.Variant> seat = root.open("agents").variant(agent, "templates.agent", "role");
        Names assets = new Names("an asset", root.open("assets").names());
        PolicyReader policies = new PolicyReader(assets, new CheckpointPolicyReader());
        Optional<? extends PolicySpec> advisor = seat.flatMap(each -> each.section()
                .variant("policy", "templates.policy", "kind")
                .flatMap(policy -> policies.read(policy, each.kind(), agent)));
        reading.problems().throwIfAny();
        return new Trained(learner.orElseThrow(), seat.orElseThrow().kind(), advisor.orElseThrow());
    }
}
