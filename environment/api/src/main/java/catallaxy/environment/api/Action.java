package catallaxy.environment.api;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.check.Checks;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent decides at one epoch. */
public sealed interface Action {
    Action HOLD = new Hold();

    /** Values {@code [A]} in the order of the role's {@link ActionSpec}; the array is copied. */
    static Action of(double... values) {
        return new Vector(values);
    }

    /** Commands to be carried out in the order of the list, which is copied. */
    static Action of(List<MarketCommand> commands) {
        return new Commands(commands);
    }

    /** Commands to be carried out in their order. */
    static Action send(MarketCommand... commands) {
        return new Commands(List.of(commands));
    }

    /** Ask for nothing and leave everything standing. */
    record Hold() implements Action {}

    /** Values {@code [A]} in the order of the role's {@link ActionSpec}; the role turns them into commands. */
    @SuppressWarnings("ArrayRecordComponent")
    record Vector(double[] values) implements Action {
        public Vector {
            Checks.present("values", "an array", values);
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        /** Number of components, {@code A}. */
        public int size() {
            return values.length;
        }

        /** The component at {@code index}, from 0; an index out of range throws. */
        public double value(int index) {
            return values[index];
        }

        /** Whether the other holds the same values. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Vector vector && Arrays.equals(values, vector.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return Arrays.toString(values);
        }
    }

    /** Commands to the market, carried out in their order; the role's own translation is bypassed. */
    record Commands(List<MarketCommand> commands) implements Action {
        public Commands {
            commands = Checks.elements("commands", "a command", commands);
        }
    }
}
