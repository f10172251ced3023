package catallaxy.environment.api.view;

import java.util.OptionalDouble;

/**
 * What can be seen of a bridge at present; quantities in whole units. Its place in {@link MarketView#bridges} is the index by which
 * transfers name it.
 */
public interface BridgeView {
    /** Its name. */
    String id();

    /** Whether it carries an asset from one chain to another. */
    boolean carries(int asset, int from, int to);

    /**
     * What would arrive of an amount of an asset if it arrived on a chain now, after all fees; 0 where it would come back. What arrives is
     * decided on arrival, when others may have gone before.
     */
    double received(int asset, int to, double amount);

    /** Most of an asset that it could pay out on a chain now; infinite if there is no bound. */
    double capacity(int asset, int to);

    /** What its rate limit would let through to a chain at once; infinite where there is none. */
    double limitLeft(int asset, int to);

    /** What is on its way to a chain, of everybody. */
    double queued(int asset, int to);

    /** Part of what it owes of an asset that it has: 1 unless messages were forged that it has paid out on. */
    default double backing(int asset) {
        return 1;
    }

    /** What the cheapest quorum of its validators asks for a forged message, whole quote units; empty if none can be bought. */
    default OptionalDouble costOfCorruption() {
        return OptionalDouble.empty();
    }

    /** Time from a block of a chain with a transfer in it to the arrival, if nothing stands still and the rate limit is not reached. */
    long delayNanos(int from);
}
