package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Hop;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;

/** Random swaps, payments and loans, as every kind of pool takes them. */
final class Swaps {
    private Swaps() {}

    /** What a participant has of an asset on the first chain. */
    static UInt256 owned(StormState state, int who, int asset) {
        return state.ledger().balance(state.account(who), asset);
    }

    /** What the contract of a venue has of it. */
    static UInt256 held(StormState state, int venue, int asset) {
        return state.ledger().balance(state.contract(state.venue(0, venue)).account(), asset);
    }

    /** One of the venue's two assets, seldom another. */
    static int asset(StormState state, Draw draw, int venue) {
        VenueSpec.OnChain spec = state.plan().venues().get(venue);
        if (draw.oneIn(64)) {
            return draw.below(state.ledger().assets());
        }
        return draw.oneIn(2) ? spec.base() : spec.quote();
    }

    static int other(StormState state, int venue, int asset) {
        VenueSpec.OnChain spec = state.plan().venues().get(venue);
        return spec.base() == asset ? spec.quote() : spec.base();
    }

    /** About what the venue has of an asset, or anything less. */
    static UInt256 size(StormState state, Draw draw, int venue, int asset) {
        return draw.upTo(held(state, venue, asset));
    }

    /** An exact input straight to the venue's contract. */
    static Call hop(StormState state, Draw draw, int who, int venue) {
        int in = asset(state, draw, venue);
        int to = draw.oneIn(32) ? draw.below(StormPlan.PARTICIPANTS) : who;
        return new Hop(venue, in, size(state, draw, venue, in), state.account(who), state.account(to));
    }

    /** One or more hops through the router, for at least something or anything. */
    static Call routed(StormState state, Draw draw) {
        int venues = state.plan().venues().size();
        List<Integer> path = new ArrayList<>(List.of(draw.below(venues)));
        while (draw.oneIn(4)) {
            path.add(draw.below(venues));
        }
        int in = asset(state, draw, path.getFirst());
        UInt256 size = size(state, draw, path.getFirst(), in);
        return new Call.Swap(path, in, Amount.of(size), draw.oneIn(4) ? draw.upTo(size) : UInt256.ZERO);
    }

    /** A swap and the swap of all that it gave. */
    static Call thereAndBack(StormState state, Draw draw, int venue) {
        VenueSpec.OnChain spec = state.plan().venues().get(venue);
        int in = draw.oneIn(2) ? spec.base() : spec.quote();
        UInt256 size = draw.oneIn(4) ? UInt256.of(draw.below(16)) : size(state, draw, venue, in);
        return new Call.Batch(List.of(
                new Call.Swap(List.of(venue), in, Amount.of(size), UInt256.ZERO),
                new Call.Swap(List.of(venue), other(state, venue, in), Amount.given(0), UInt256.ZERO)));
    }

    /** A payment to a participant or to the venue's contract, or a flash loan; what is done with it is one of the others. */
    static Call around(StormState state, Draw draw, int who, int venue, Call inner) {
        int asset = asset(state, draw, venue);
        UInt256 size = size(state, draw, venue, asset);
        return switch (draw.below(4)) {
            case 0 ->
                new Call.Transfer(
                        draw.between(-1, StormPlan.PARTICIPANTS), asset, draw.amount(owned(state, who, asset)));
            case 1 -> new Call.Pay(venue, asset, Amount.of(size.shiftRight(draw.below(128))));
            default -> flash(state, draw, venue, asset, size, inner);
        };
    }

    private static Call flash(StormState state, Draw draw, int venue, int asset, UInt256 size, Call inner) {
        int other = other(state, venue, asset);
        boolean both = draw.oneIn(4) && other != asset;
        List<FlashLoan.Loan> loans = new ArrayList<>(List.of(new FlashLoan.Loan(asset, size)));
        if (both) {
            loans.add(new FlashLoan.Loan(other, size(state, draw, venue, other)));
        }
        return new FlashLoan(venue, loans, inner);
    }

    /** A call that changes nothing. */
    static Call idle(int who) {
        return new Call.Transfer(who, 0, Amount.of(UInt256.ZERO));
    }
}
