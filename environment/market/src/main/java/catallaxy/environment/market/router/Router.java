package catallaxy.environment.market.router;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Hop;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.Service;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * Swaps an exact input over a path, as Uniswap's router does: it asks every hop what it will give, refuses what ends below the least
 * amount, and only then swaps. Where a venue on the path cannot tell beforehand, the amount is looked at in the end.
 */
final class Router extends Service {
    private static final Result INVALID_PATH = Result.reverted("UniswapV2Library: INVALID_PATH");
    private static final Result TOO_LITTLE = Result.reverted("UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT");

    private final List<VenueSpec> venues;

    Router(List<VenueSpec> venues) {
        this.venues = venues;
    }

    @Override
    public Result call(Frame frame, Call call) {
        return call instanceof Call.Swap swap
                ? swap(frame, swap)
                : Result.reverted("Router: UNKNOWN_CALL " + call.name());
    }

    private Result swap(Frame frame, Call.Swap swap) {
        frame.gas(GasPart.checks(RouterKind.GAS));
        UInt256 in = frame.amount(swap.amountIn(), swap.assetIn());
        Result promised = walk(frame, swap, in, false);
        boolean known = !promised.reason().equals(Hop.Preview.UNKNOWN);
        if (known && !promised.ok()) {
            return promised;
        } else if (known && promised.amount().isLessThan(swap.minAmountOut())) {
            return TOO_LITTLE;
        }
        Result given = walk(frame, swap, in, true);
        if (given.ok() && given.amount().isLessThan(swap.minAmountOut())) {
            return TOO_LITTLE;
        }
        frame.gas(given.ok() ? GasPart.work(RouterKind.GAS) : 0);
        return given;
    }

    /** Goes the path, swapping or only asking; the result is what comes out at its end. */
    private Result walk(Frame frame, Call.Swap swap, UInt256 amountIn, boolean swaps) {
        int asset = swap.assetIn();
        Result result = Result.of(amountIn);
        for (int venue : swap.pools()) {
            int address = frame.venue(venue);
            if (address == Frame.NO_CONTRACT || !trades(venue, asset)) {
                return INVALID_PATH;
            }
            UInt256 in = result.amount();
            result = frame.call(
                    address,
                    swaps
                            ? new Hop(venue, asset, in, frame.caller(), frame.caller())
                            : new Hop.Preview(venue, asset, in));
            if (!result.ok()) {
                return result;
            }
            asset = other(venue, asset);
        }
        return result;
    }

    private boolean trades(int venue, int asset) {
        return venues.get(venue).base() == asset || venues.get(venue).quote() == asset;
    }

    private int other(int venue, int asset) {
        VenueSpec spec = venues.get(venue);
        return spec.base() == asset ? spec.quote() : spec.base();
    }
}
