package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * Random operations at the contracts of one kind. Without state: where it needs to know what was done before, it looks at the contracts.
 */
interface StormKind {
    /** Name of the registered kind. */
    String name();

    /** What stands there: terms and sizes of every order of magnitude. */
    StormPlan plan(Kinds kinds, Draw draw);

    /** What passes by itself before an operation: time, prices; by default up to a minute. */
    default void pass(StormState state, Draw draw) {
        if (draw.oneIn(4)) {
            state.market().pass(draw.below(60_000_000_000L));
        }
    }

    /** The chain on which the next operation is tried: where the venues are, seldom the other one. */
    default int chain(Draw draw) {
        return draw.oneIn(64) ? 1 : 0;
    }

    /** Some call of a participant, which may well revert. */
    Call next(StormState state, Draw draw, int who);

    /**
     * Does, in a trial, calls of one participant in a row that end where they began, and so must not enrich it.
     *
     * @return what was done; none if nothing
     */
    default List<Call> trip(StormChain chain, Draw draw, int who) {
        return List.of();
    }

    /** Base units by which a protocol's own rounding may enrich whoever goes there and back; by default none. */
    default UInt256 slack(StormState state) {
        return UInt256.ZERO;
    }

    /** A call by an account. */
    record Departure(int account, Call call) {}

    /** Calls by which everybody takes out all that it has a right to. */
    default List<Departure> leaving(StormState state) {
        return List.of();
    }

    /** Whether the protocol itself refuses departures for a reason. */
    default boolean isRefused(String reason) {
        return false;
    }

    /** What is wrong with the sums of the contracts; empty if nothing is. */
    default Optional<String> fault(StormState state) {
        return Optional.empty();
    }

    /** What a share of the pool is worth, as a fraction that must never fall; empty where there is no such number. */
    default List<Worth> worths(StormState state) {
        return List.of();
    }
}
