package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;

/**
 * A kind of call that participants may send.
 *
 * @param type    its record, whose {@link Call#name} names it
 * @param summary what it does, for {@code catallaxy list commands}
 * @param loads reads what the record's {@code save} wrote
 * @param gas   gas units of a call that succeeds in the usual case, beside its transaction's
 * @param takes what a call takes of an asset from its sender, as far as that is known beforehand
 */
public record CallKind<C extends Call>(Class<C> type, String summary, Load<C> loads, Gas<C> gas, Taking<C> takes) {
    /** Reads a call. */
    @FunctionalInterface
    public interface Load<C> {
        /** Reads a call's fields; calls inside it by {@code inner}. */
        C load(StateReader in, CallReader inner);
    }

    /** Estimates gas. */
    @FunctionalInterface
    public interface Gas<C> {
        /** Gas units; those of calls inside it, and of venues, from the table. */
        long of(C call, CallTable table);
    }

    /** Says what a call takes. */
    @FunctionalInterface
    public interface Taking<C> {
        /** Base units of an asset. */
        UInt256 of(C call, int asset, CallTable table);
    }

    /** A call of one venue, whose gas the venue's kind knows, and which takes what can only be known when it runs. */
    public static <C extends Call.OfVenue> CallKind<C> ofVenue(Class<C> type, String summary, Load<C> loads) {
        return new CallKind<>(
                type, summary, loads, (call, table) -> table.gasAtVenue(call), (call, asset, table) -> UInt256.ZERO);
    }

    /** The name of its calls. */
    public String name() {
        return type.getSimpleName();
    }

    long gasOf(Call call, CallTable table) {
        return gas.of(type.cast(call), table);
    }

    UInt256 takenBy(Call call, int asset, CallTable table) {
        return takes.of(type.cast(call), asset, table);
    }
}
