package catallaxy.environment.api.command;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** How much of an asset a call takes, base units: a number, or one that is known only when the call runs. */
public sealed interface Amount {
    /** So many base units. */
    record Exactly(UInt256 units) implements Amount {
        public Exactly {
            Checks.present("units", "a number of base units", units);
        }
    }

    /** All that the caller has free of the asset when the call runs. */
    record All() implements Amount {}

    /**
     * What an earlier call of the batch gave: the first amount of its result. A batch inside another goes on counting where the
     * outer one stands.
     *
     * @param call index of that call, from 0
     */
    record Given(int call) implements Amount {
        public Given {
            Checks.inRange("call", call, 0, Integer.MAX_VALUE);
        }
    }

    /** So many base units. */
    static Amount of(UInt256 units) {
        return new Exactly(units);
    }

    /** All that the caller has. */
    static Amount all() {
        return new All();
    }

    /** What the batch's call of this index gave. */
    static Amount given(int call) {
        return new Given(call);
    }

    /** The base units that are known beforehand: zero for an amount that is not. */
    default UInt256 known() {
        return this instanceof Exactly(UInt256 units) ? units : UInt256.ZERO;
    }

    /** Writes the amount; {@link #load} reads it back. */
    default void save(StateWriter out) {
        switch (this) {
            case Exactly(UInt256 units) -> units.save(out.int32(0));
            case All() -> out.int32(1);
            case Given(int call) -> out.int32(2).int32(call);
        }
    }

    /**
     * Reads an amount.
     *
     * @throws CorruptStateException if there is none
     */
    static Amount load(StateReader in) {
        int kind = in.int32();
        return switch (kind) {
            case 0 -> new Exactly(UInt256.load(in));
            case 1 -> new All();
            case 2 -> given(in);
            default -> throw new CorruptStateException("kind of amount: expected 0 to 2, found " + kind);
        };
    }

    private static Amount given(StateReader in) {
        int call = in.int32();
        if (call < 0) {
            throw new CorruptStateException("call of a batch: " + call);
        }
        return new Given(call);
    }
}
