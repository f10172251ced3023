package catallaxy.environment.market.contract;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * An amount on its way between two places.
 *
 * @param via   index of the bridge or exchange that carries it
 * @param block number of the block in which it left a chain; 0 where it left an exchange
 */
public record Delivery(
        Kind kind, int via, int participant, int asset, int fromPlace, int toPlace, UInt256 amount, long block) {
    /** One that has not departed yet. */
    public Delivery(Kind kind, int via, int participant, int asset, int fromPlace, int toPlace, UInt256 amount) {
        this(kind, via, participant, asset, fromPlace, toPlace, amount, 0);
    }

    /** Who carries it. */
    public enum Kind {
        BRIDGE(0),
        DEPOSIT(1),
        WITHDRAWAL(2),
        /** Nobody: the block of its departure was undone. */
        RECALLED(3),
        /** A bridge that has taken it into account at its rate limit. */
        QUEUED(4),
        /** A bridge that gives it back. */
        REFUND(5),
        /** A bridge whose liquidity it becomes. */
        LIQUIDITY(6);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Kind of(int code) {
            return switch (code) {
                case 0 -> BRIDGE;
                case 1 -> DEPOSIT;
                case 2 -> WITHDRAWAL;
                case 3 -> RECALLED;
                case 4 -> QUEUED;
                case 5 -> REFUND;
                case 6 -> LIQUIDITY;
                default -> throw new CorruptStateException("kind of delivery: expected 0 to 6, found " + code);
            };
        }
    }

    /** What stands in its place when the block of its departure was undone. */
    public Delivery recalled() {
        return as(Kind.RECALLED);
    }

    private Delivery as(Kind other) {
        return new Delivery(other, via, participant, asset, fromPlace, toPlace, amount, block);
    }

    /** What stands in its place once its bridge's rate limit has been asked. */
    public Delivery queued() {
        return as(Kind.QUEUED);
    }

    /** What goes back to where it came from when it fails. */
    public Delivery refund() {
        return new Delivery(
                Kind.REFUND,
                via,
                participant,
                asset,
                /* fromPlace= */ toPlace,
                /* toPlace= */ fromPlace,
                amount,
                block);
    }

    /** Whether a bridge holds it. */
    public boolean isOnBridge() {
        return switch (kind) {
            case BRIDGE, QUEUED, REFUND, LIQUIDITY -> true;
            case DEPOSIT, WITHDRAWAL, RECALLED -> false;
        };
    }

    /** Whether it waits for the finality of the block in which it left. */
    public boolean waitsForBlocks() {
        return switch (kind) {
            case BRIDGE, DEPOSIT, LIQUIDITY -> true;
            case QUEUED, REFUND, WITHDRAWAL, RECALLED -> false;
        };
    }

    /** The same, in the block in which it departs. */
    public Delivery inBlock(long number) {
        return new Delivery(kind, via, participant, asset, fromPlace, toPlace, amount, number);
    }

    /** Whether it is an amount of this asset of this participant. */
    public boolean isOf(int who, int what) {
        return kind != Kind.RECALLED && participant == who && asset == what;
    }

    /** Writes the code of the kind, the indices, the amount's limbs, most significant first, and the block; 64 bytes. */
    public void save(StateWriter out) {
        out.int32(kind.code)
                .int32(via)
                .int32(participant)
                .int32(asset)
                .int32(fromPlace)
                .int32(toPlace);
        amount.save(out);
        out.int64(block);
    }

    /** Reads what {@link #save} wrote; a kind other than 0 to 6 is corrupt. */
    public static Delivery load(StateReader in) {
        return new Delivery(
                Kind.of(in.int32()),
                in.int32(),
                in.int32(),
                in.int32(),
                in.int32(),
                in.int32(),
                UInt256.load(in),
                in.int64());
    }
}
