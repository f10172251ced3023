package catallaxy.environment.base.digest;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * A running 128-bit digest of the trace: two runs have the same digest if and, up to hash collisions, only if
 * they went through the same events in the same order.
 *
 * <p>Two independent multiply-rotate lanes, finished with the MurmurHash3 finaliser
 * (Appleby 2011). It detects differences; it is not a cryptographic commitment. Owned by one thread.
 */
public final class TraceDigest {
    private long lane0;
    private long lane1;
    private long events;

    /** A digest to which nothing was added; each of them has the same {@link #hex}. */
    public TraceDigest() {
        this(0x243F6A8885A308D3L, 0x13198A2E03707344L, 0);
    }

    private TraceDigest(long lane0, long lane1, long events) {
        this.lane0 = lane0;
        this.lane1 = lane1;
        this.events = events;
    }

    /** Adds 64 bits, whatever they stand for; returns this digest. */
    public TraceDigest add(long value) {
        lane0 = Long.rotateLeft((lane0 ^ value) * 0x9E3779B97F4A7C15L, 29);
        lane1 = Long.rotateLeft(lane1 + value * 0xC2B2AE3D27D4EB4FL, 31) * 0x9FB21C651E98DF25L;
        return this;
    }

    /** Adds the raw bits. */
    public TraceDigest add(double value) {
        return add(Double.doubleToRawLongBits(value));
    }

    /** Adds the four limbs of 64 bits, least significant first; returns this digest. */
    public TraceDigest add(UInt256 value) {
        return add(value.limb(0)).add(value.limb(1)).add(value.limb(2)).add(value.limb(3));
    }

    /** Adds the length, then each UTF-16 unit as 64 bits; returns this digest. */
    public TraceDigest add(String value) {
        add(value.length());
        for (int i = 0; i < value.length(); i++) {
            add(value.charAt(i));
        }
        return this;
    }

    /** Marks the end of one event, so that neighbouring events cannot merge. */
    public void endEvent() {
        add(++events);
    }

    /** Events digested so far. */
    public long events() {
        return events;
    }

    /** The digest now, 32 hexadecimal digits; adding may go on afterwards. */
    public String hex() {
        return "%016x%016x".formatted(finish(lane0 ^ events), finish(lane1 + Long.rotateLeft(lane0, 17)));
    }

    /** The first half of the digest now, for dense series of check points. */
    public long checkpoint() {
        return finish(lane0 ^ finish(lane1));
    }

    /** An independent digest that has seen the same; the same additions give both the same {@link #hex}. */
    public TraceDigest copy() {
        return new TraceDigest(lane0, lane1, events);
    }

    /** Writes both lanes and the number of events, 24 bytes. */
    public void save(StateWriter out) {
        out.int64(lane0).int64(lane1).int64(events);
    }

    /** The digest that {@link #save} wrote, to be added to as if it had never been saved. */
    public static TraceDigest load(StateReader in) {
        return new TraceDigest(in.int64(), in.int64(), in.int64());
    }

    private static long finish(long value) {
        long h = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
