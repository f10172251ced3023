package catallaxy.scenarios.run;

import catallaxy.agents.network.Processor;
import catallaxy.scenarios.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A run in which networks acted, recorded on another processor than this. Decisions of trained policies are computed in plain
 * Java, in an order of their own, so that it makes no difference to them.
 */
public final class OtherMachine {
    private OtherMachine() {}

    /** What to say of it before a replay; empty where nothing is to be said, or where the folder does not tell. */
    public static Optional<String> of(Path folder) {
        try {
            String manifest = Files.readString(new RunFiles(folder).manifest());
            return of(JsonText.read(manifest), Processor.current().toString());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<String> of(Map<String, ?> manifest, String here) {
        boolean learned = manifest.get("checkpoints") instanceof Map<?, ?> checkpoints && !checkpoints.isEmpty();
        return learned && manifest.get("processor") instanceof String there
                ? between("recorded", there, "replayed", here)
                : Optional.empty();
    }

    /** The same of a checkpoint that is played in a market. */
    public static Optional<String> ofTraining(String there) {
        return there.equals("unknown")
                ? Optional.empty()
                : between("trained", there, "evaluated", Processor.current().toString());
    }

    private static Optional<String> between(String before, String there, String now, String here) {
        return there.equals(here)
                ? Optional.empty()
                : Optional.of(before + " on " + there + ", " + now + " on " + here
                        + ": in a market, networks act alike to the last bit on every machine");
    }
}
