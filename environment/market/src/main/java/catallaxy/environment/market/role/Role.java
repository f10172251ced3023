package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import java.util.List;

/**
 * What an agent in a seat observes, may do, and is rewarded for.
 *
 * <p>A role is immutable and shared by all forks of a market; everything that changes is in the {@link Seat}. Each
 * epoch of an agent goes {@link #rewards} (from the second epoch on), {@link #advance}, {@link #observe} and
 * {@link #mask}, then {@link #act} or, while the seat is halted, {@link #halt}. Only {@code open}, {@code advance},
 * {@code act} and {@code halt} change anything; the others may be called at any time and as often as one likes.
 *
 * <p>Nothing here throws for what markets do: an empty side, a drained pool, a missing balance or gas lead to smaller
 * commands or none, and whatever the market then rejects is tried again at a later epoch.
 */
public interface Role {
    /** Name of the role in scenario files and results. */
    String name();

    /** What {@link #observe} writes. */
    ObservationSpec observationSpec();

    /** What {@link #act} takes, and how {@link #mask} forbids parts of it. */
    ActionSpec actionSpec();

    /** Names of the reward terms, in the order of {@link #rewards}. */
    List<String> rewardTerms();

    /** Numbers of {@link Seat#memory()} that the role needs. */
    int memorySize();

    /** Numbers of {@link Seat#registers()} that the role needs. */
    int registerCount();

    /** The same role over these seats; only a role that supervises others has any. */
    default Role over(SupervisedSeats seats) {
        return this;
    }

    /** Takes the seat at the start of an episode, when all endowments and initial liquidity are in place. */
    default void open(MarketView market, Seat seat) {
        seat.open(market);
    }

    /** Moves the seat on to this epoch: from now on, rewards count from here. */
    default void advance(MarketView market, Seat seat) {
        seat.closeEpoch(market);
    }

    /**
     * Writes the features.
     *
     * @param values {@code [F]}, all finite
     */
    void observe(MarketView market, Seat seat, double[] values);

    /**
     * Writes where an action would have an effect now.
     *
     * @param mask {@code [actionSpec().maskSize()]}
     */
    void mask(MarketView market, Seat seat, boolean[] mask);

    /**
     * Sends the commands that an action means, in sizes according to the seat's scale.
     *
     * @param action {@code [A]}, within the bounds of the action spec
     */
    void act(MarketView market, Gateway gateway, Seat seat, double[] action);

    /** Takes one step towards owning the quote asset only: cancels everything and sells what the market bears. */
    void halt(MarketView market, Gateway gateway, Seat seat);

    /** Whether {@link #halt} has nothing left to do. */
    boolean flat(MarketView market, Seat seat);

    /**
     * Writes the reward terms since the previous epoch; the reward is their sum.
     *
     * @param terms {@code [T]}, quote units
     */
    void rewards(MarketView market, Seat seat, double[] terms);
}
