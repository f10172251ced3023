package catallaxy.scenarios.file.market;

import catallaxy.agents.planning.Guidance;
import catallaxy.agents.planning.MoveJudge;
import catallaxy.agents.policy.PlannedArbitrage;
import catallaxy.agents.training.TensorFile;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.ValueKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads the policy {@code planner} with the networks that guide it, where it names some. */
final class PlannerReader {
    private static final String NETWORK = "network";
    private static final String HASH = "network-sha256";

    private PlannerReader() {}

    /**
     * The policy of a section.
     *
     * @throws UserError if the file of the networks is damaged
     */
    static Optional<PlannedArbitrage> read(Section section) {
        Optional<MoveJudge> judge = judge(section);
        int considered = Math.toIntExact(section.get("network-moves", ValueKind.WHOLE));
        boolean leaves = section.get("network-leaves", ValueKind.FLAG);
        return RecordReader.PLAIN.read(
                section,
                PlannedArbitrage.class,
                Map.of("guidance", section.build(() -> new Guidance(judge, considered, leaves), PlannerReader::key)));
    }

    /** How a component of the guidance is called in scenarios. */
    private static String key(String component) {
        return component.equals("considered") ? "network-moves" : component;
    }

    private static Optional<MoveJudge> judge(Section section) {
        String name = section.get(NETWORK, ValueKind.TEXT);
        String expected = section.get(HASH, ValueKind.TEXT);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = section.startOf(NETWORK).resolve(name).toAbsolutePath().normalize();
            if (!Files.isRegularFile(file)) {
                section.reject(NETWORK, "a file that catallaxy teach wrote");
                return Optional.empty();
            }
            String hash = CheckpointPolicyReader.sha256(file);
            if (!expected.isEmpty() && !expected.equals(hash)) {
                section.reject(HASH, "the SHA-256 of " + file + ", " + hash);
            }
            section.set(HASH, ValueKind.TEXT, hash);
            section.set(NETWORK, ValueKind.TEXT, file.toString());
            return Optional.of(new MoveJudge(TensorFile.read(file)));
        } catch (InvalidPathException unusable) {
            section.reject(NETWORK, "the name of a file");
            return Optional.empty();
        } catch (CorruptStateException | IllegalArgumentException | IOException damaged) {
            throw UserError.corrupt(name + ": " + damaged.getMessage());
        }
    }
}
