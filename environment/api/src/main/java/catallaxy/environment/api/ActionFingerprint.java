package catallaxy.environment.api;

import catallaxy.environment.api.command.CommandCodec;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.base.state.StateWriter;

/** A 64-bit hash of a decision, for the trace: equal decisions have equal fingerprints. */
public final class ActionFingerprint {
    private ActionFingerprint() {}

    /** Hash of the kind of the decision and of its values' raw bits, or its commands' bytes, in their order. */
    public static long of(Action action) {
        TraceDigest digest = new TraceDigest();
        switch (action) {
            case Action.Hold hold -> digest.add(0);
            case Action.Vector vector -> {
                digest.add(1);
                for (int i = 0; i < vector.size(); i++) {
                    digest.add(vector.value(i));
                }
            }
            case Action.Commands commands -> {
                digest.add(2);
                commands.commands().forEach(command -> add(digest, command));
            }
        }
        return digest.checkpoint();
    }

    private static void add(TraceDigest digest, MarketCommand command) {
        StateWriter out = new StateWriter();
        CommandCodec.write(out, command);
        for (byte each : out.toBytes()) {
            digest.add(each);
        }
    }
}
