package catallaxy.environment.market.learning;

import catallaxy.environment.market.command.MarketCommand;
import java.util.List;

/** What an agent decides at one epoch. */
public sealed interface Action {
    Action HOLD = new Hold();

    static Action of(double... values) {
        return new Vector(values);
    }

    static Action of(List<MarketCommand> commands) {
        return new Commands(commands);
    }

    /** Ask for nothing and leave everything standing. */
    record Hold() implements Action {}

    /** Values {@code [A]} in the order of the role's {@link ActionSpec}; the role turns them into commands. */
    @SuppressWarnings("ArrayRecordComponent")
    record Vector(double[] values) implements Action {
        public Vector {
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        public int size() {
            return values.length;
        }

        public double value(int index) {
            return values[index];
        }
    }

    /** Commands to the market, carried out in their order; the role's own translation is bypassed. */
    record Commands(List<MarketCommand> commands) implements Action {
        public Commands {
            commands = List.copyOf(commands);
        }
    }
}
