package catallaxy.environment.market.contract;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * An amount on its way between two places.
 *
 * @param via   index of the bridge or exchange that carries it
 * @param block   number of the block in which it left a chain; 0 where it left an exchange
 * @param signers of a forged message, bit i for validator i; else 0
 */
public record Delivery(
        Kind kind,
        int via,
        int participant,
        int asset,
        int fromPlace,
        int toPlace,
        UInt256 amount,
        long block,
        long signers) {
    /** One that nobody forged. */
    public Delivery(
            Kind kind, int via, int participant, int asset, int fromPlace, int toPlace, UInt256 amount, long block) {
        this(kind, via, participant, asset, fromPlace, toPlace, amount, block, 0);
    }

    /** One that has not departed yet. */
    public Delivery(Kind kind, int via, int participant, int asset, int fromPlace, int toPlace, UInt256 amount) {
        this(kind, via, participant, asset, fromPlace, toPlace, amount, 0);
    }

    /** An amount that never left, but whose arrival validators of a bridge attest. */
    public static Delivery forged(
            int bridge, int participant, int asset, int fromPlace, int toPlace, UInt256 amount, long signers) {
        return new Delivery(Kind.FORGED, bridge, participant, asset, fromPlace, toPlace, amount, 0, signers);
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
        LIQUIDITY(6),
        /** A bridge whose validators say that it left. */
        FORGED(7),
        /** The same, which the bridge has taken into account at its rate limit. */
        FORGED_QUEUED(8),
        /** Nobody: the evidence against the signers of what was forged, which has been paid out. */
        EVIDENCE(9);

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
                case 7 -> FORGED;
                case 8 -> FORGED_QUEUED;
                case 9 -> EVIDENCE;
                default -> throw new CorruptStateException("kind of delivery: expected 0 to 9, found " + code);
            };
        }

        private boolean isForged() {
            return this == FORGED || this == FORGED_QUEUED || this == EVIDENCE;
        }
    }

    /** What stands in its place when the block of its departure was undone. */
    public Delivery recalled() {
        return as(Kind.RECALLED);
    }

    private Delivery as(Kind other) {
        return new Delivery(other, via, participant, asset, fromPlace, toPlace, amount, block, signers);
    }

    /** What stands in its place once its bridge's rate limit has been asked. */
    public Delivery queued() {
        return as(kind == Kind.FORGED ? Kind.FORGED_QUEUED : Kind.QUEUED);
    }

    /** What stands in its place once it has been paid out although it was forged. */
    public Delivery evidence() {
        return as(Kind.EVIDENCE);
    }

    /** The place whose block it waits for: of what was forged, the chain on which it was, since nothing left the other. */
    public int departure() {
        return kind == Kind.FORGED ? toPlace : fromPlace;
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
            case DEPOSIT, WITHDRAWAL, RECALLED, FORGED, FORGED_QUEUED, EVIDENCE -> false;
        };
    }

    /** Whether it waits for the finality of the block in which it left. */
    public boolean waitsForBlocks() {
        return switch (kind) {
            case BRIDGE, DEPOSIT, LIQUIDITY, FORGED -> true;
            case QUEUED, REFUND, WITHDRAWAL, RECALLED, FORGED_QUEUED, EVIDENCE -> false;
        };
    }

    /** The same, in the block in which it departs. */
    public Delivery inBlock(long number) {
        return new Delivery(kind, via, participant, asset, fromPlace, toPlace, amount, number, signers);
    }

    /** Whether it is an amount of this asset of this participant that is to arrive. */
    public boolean isOf(int who, int what) {
        return kind != Kind.RECALLED && kind != Kind.EVIDENCE && participant == who && asset == what;
    }

    /**
     * Writes the code of the kind, the indices, the amount's limbs, most significant first, and the block, 64 bytes; then, of what was
     * forged, the signers.
     */
    public void save(StateWriter out) {
        out.int32(kind.code)
                .int32(via)
                .int32(participant)
                .int32(asset)
                .int32(fromPlace)
                .int32(toPlace);
        amount.save(out);
        out.int64(block);
        if (kind.isForged()) {
            out.int64(signers);
        }
    }

    /** Reads what {@link #save} wrote; a kind other than 0 to 9 is corrupt. */
    public static Delivery load(StateReader in) {
        Kind kind = Kind.of(in.int32());
        return new Delivery(
                kind,
                in.int32(),
                in.int32(),
                in.int32(),
                in.int32(),
                in.int32(),
                UInt256.load(in),
                in.int64(),
                kind.isForged() ? in.int64() : 0);
    }
}
