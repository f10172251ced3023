package catallaxy.environment.api;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.command.CommandCodec;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Decisions as bytes, for journals. */
public final class ActionCodec {
    private ActionCodec() {}

    /**
     * Writes the kind of the decision (0 hold, 1 vector, 2 commands) and what it holds, as {@link #read} expects it.
     */
    public static void write(StateWriter out, Action action) {
        switch (action) {
            case Action.Hold hold -> out.int32(0);
            case Action.Vector vector -> out.int32(1).doubles(vector.values());
            case Action.Commands commands -> {
                out.int32(2).int32(commands.commands().size());
                commands.commands().forEach(command -> CommandCodec.write(out, command));
            }
        }
    }

    /**
     * Reads a decision; the calls in its commands by {@code calls}.
     *
     * @throws CorruptStateException if there is none
     */
    public static Action read(StateReader in, CallReader calls) {
        int kind = in.int32();
        return switch (kind) {
            case 0 -> Action.HOLD;
            case 1 -> Action.of(in.doubles());
            case 2 -> Action.of(commands(in, calls));
            default -> throw new CorruptStateException("kind of action: expected 0 to 2, found " + kind);
        };
    }

    private static List<MarketCommand> commands(StateReader in, CallReader calls) {
        int count = in.count(Integer.BYTES);
        List<MarketCommand> commands = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            commands.add(CommandCodec.read(in, calls));
        }
        return commands;
    }
}
