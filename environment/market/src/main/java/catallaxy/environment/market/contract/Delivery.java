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
        RECALLED(3);

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
                default -> throw new CorruptStateException("kind of delivery: expected 0 to 3, found " + code);
            };
        }
    }

    /** What stands in its place when the block of its departure was undone. */
    public Delivery recalled() {
        return new Delivery(Kind.RECALLED, via, participant, asset, fromPlace, toPlace, amount, block);
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

    /** Reads what {@link #save} wrote; a kind other than 0 to 3 is corrupt. */
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
