package catallaxy.environment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions as bytes and as hashes. */
final class ActionCodecTest {
    /** Draws decisions of every kind. */
    private record Decisions(RandomStream random) {
        Action next() {
            return switch (random.nextInt(3)) {
                case 0 -> Action.HOLD;
                case 1 -> Action.of(values());
                default -> Action.of(commands());
            };
        }

        private double[] values() {
            double[] values = new double[random.nextInt(5)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(4) == 0 ? -0.0 : Double.longBitsToDouble(random.nextLong() >>> 2);
            }
            return values;
        }

        private List<MarketCommand> commands() {
            List<MarketCommand> commands = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                commands.add(command());
            }
            return commands;
        }

        private MarketCommand command() {
            int venue = random.nextInt(9);
            return switch (random.nextInt(4)) {
                case 0 ->
                    new MarketCommand.PlaceOrder(
                            venue, Side.SELL, TimeInForce.FOK, random.nextLong(), random.nextLong(), random.nextLong());
                case 1 -> new MarketCommand.CancelOrder(venue, random.nextLong());
                case 2 -> new MarketCommand.Withdraw(venue, 1, 2, UInt256.of(random.nextLong(1_000)));
                default ->
                    new MarketCommand.SubmitTransaction(
                            venue, new Call.Deposit(1, 2, UInt256.MAX), random.nextLong(), 3, 4, 5, 6);
            };
        }
    }

    private static Call call(StateReader in) {
        assertThat(in.text()).isEqualTo("Deposit");
        return Call.Deposit.load(in);
    }

    private static Action decision(long seed) {
        return new Decisions(RandomStream.of(seed, "test/actions")).next();
    }

    @Test
    void readsWhatItWrote() {
        for (long seed = 0; seed < 200; seed++) {
            Action action = decision(seed);
            StateWriter out = new StateWriter();
            ActionCodec.write(out, action);
            StateReader in = new StateReader(out.toBytes());
            assertThat(ActionCodec.read(in, ActionCodecTest::call))
                    .as("seed %d", seed)
                    .isEqualTo(action);
            in.end();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void anotherKindIsCorrupt(int kind) {
        StateReader in = new StateReader(new StateWriter().int32(kind).toBytes());
        assertThatThrownBy(() -> ActionCodec.read(in, ActionCodecTest::call))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("kind of action: expected 0 to 2, found " + kind);
    }

    @Test
    void equalDecisionsHaveEqualFingerprintsAndOthersHaveOthers() {
        TreeMap<Long, Action> known = new TreeMap<>();
        for (long seed = 0; seed < 500; seed++) {
            Action action = decision(seed);
            assertThat(ActionFingerprint.of(decision(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(ActionFingerprint.of(action));
            Action other = known.put(ActionFingerprint.of(action), action);
            assertThat(other == null || other.equals(action))
                    .as("seed %d: %s", seed, other)
                    .isTrue();
        }
        assertThat(known).hasSizeGreaterThan(200);
    }

    @Test
    void theKindTheOrderAndTheSignOfZeroCount() {
        List<Action> actions = List.of(
                Action.HOLD,
                Action.of(),
                Action.of(List.of()),
                Action.of(0.0),
                Action.of(-0.0),
                Action.of(1, 2),
                Action.of(2, 1),
                Action.of(List.of(new MarketCommand.CancelAllOrders(1), new MarketCommand.CancelAllOrders(2))),
                Action.of(List.of(new MarketCommand.CancelAllOrders(2), new MarketCommand.CancelAllOrders(1))));
        assertThat(actions.stream().map(ActionFingerprint::of)).doesNotHaveDuplicates();
    }

    @Test
    void aVectorIsACopyBothWays() {
        double[] values = {1, 2};
        Action.Vector vector = (Action.Vector) Action.of(values);
        values[0] = 9;
        vector.values()[1] = 9;
        assertThat(vector)
                .isEqualTo(Action.of(1, 2))
                .hasSameHashCodeAs(Action.of(1, 2))
                .hasToString("[1.0, 2.0]");
        assertThat(vector.size()).isEqualTo(2);
        assertThat(vector.value(1)).isEqualTo(2);
    }
}
