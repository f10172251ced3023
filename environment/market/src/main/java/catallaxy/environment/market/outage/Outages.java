package catallaxy.environment.market.outage;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Whether a place stands still now, and until when: an alternating renewal process, in which what is planned comes between. A planned
 * outage that begins in a random one prolongs it. Owned by its market.
 */
public final class Outages {
    private static final double DAY_NANOS = 86_400e9;

    private final OutageSpec spec;
    private final RandomStream stream;
    private boolean down;
    private long changesAtNanos;

    private Outages(OutageSpec spec, RandomStream stream) {
        this.spec = spec;
        this.stream = stream;
    }

    /** A place that is up at time zero; its chances are drawn from the stream {@code outages/PLACE} of the seed. */
    public static Outages of(OutageSpec spec, String place, long seed) {
        Outages outages = new Outages(spec, RandomStream.of(seed, "outages/" + place));
        outages.changesAtNanos = outages.nextStart(0);
        return outages;
    }

    /** Whether the place stands still. */
    public boolean isDown() {
        return down;
    }

    /** When the place next stops or goes on; {@link Long#MAX_VALUE} if it goes on for ever. */
    public long changesAtNanos() {
        return changesAtNanos;
    }

    /** Stops the place, or lets it go on, at the time at which that is due. */
    public void change() {
        long now = changesAtNanos;
        down = !down;
        changesAtNanos = down ? end(now) : nextStart(now);
    }

    private long end(long now) {
        long planned = spec.plannedFrom(now);
        return planned <= now ? planned + spec.lengthNanos() : now + drawn((double) spec.meanDurationNanos());
    }

    private long nextStart(long now) {
        long random = spec.ratePerDay() == 0 ? Long.MAX_VALUE : now + drawn(DAY_NANOS / spec.ratePerDay());
        return Math.min(Math.max(now, spec.plannedFrom(now)), random);
    }

    private long drawn(double meanNanos) {
        return 1 + (long) (stream.nextExponential() * meanNanos);
    }

    /** Other chances after the next change, which is planned already. */
    public void divert(long luck) {
        stream.divert(luck);
    }

    /** An independent place with the same future. */
    public Outages copy() {
        Outages copy = new Outages(spec, stream.copy());
        copy.down = down;
        copy.changesAtNanos = changesAtNanos;
        return copy;
    }

    /** Writes the stream, whether the place is down, and until when. */
    public void save(StateWriter out) {
        stream.save(out);
        out.flag(down).int64(changesAtNanos);
    }

    /** Reads back what {@link #save} wrote. */
    public static Outages load(StateReader in, OutageSpec spec) {
        Outages outages = new Outages(spec, RandomStream.load(in));
        outages.down = in.flag();
        outages.changesAtNanos = in.int64();
        return outages;
    }
}
