package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.trace.MarketEvent;

/** What happens where options are bought and sold. Without state. */
final class OptionTrading {
    private static final Result EXPIRED = Result.reverted("Options: EXPIRED");
    private static final Result NO_QUANTITY = Result.reverted("Options: NO_QUANTITY");
    private static final Result TOO_DEAR = Result.reverted("Options: TOO_DEAR");
    private static final Result TOO_CHEAP = Result.reverted("Options: TOO_CHEAP");

    private OptionTrading() {}

    static Result buy(OptionFrame frame, OptionCall.BuyOptions buy) {
        Result refused = refused(frame, buy.series(), buy.quantity());
        if (!refused.ok()) {
            return refused;
        }
        OptionState next = next(frame, buy.series(), Int256.of(buy.quantity()));
        UInt256 cost = frame.prices().cost(buy.series(), buy.quantity(), next);
        if (buy.most().isLessThan(cost)) {
            return TOO_DEAR;
        }
        return frame.receives(frame.spec().quote(), cost)
                ? traded(frame, buy.series(), next, Int256.of(buy.quantity()), cost)
                : OptionContract.UNPAID;
    }

    static Result sell(OptionFrame frame, OptionCall.SellOptions sell) {
        Result refused = refused(frame, sell.series(), sell.quantity());
        if (!refused.ok()) {
            return refused;
        }
        Int256 change = Int256.of(sell.quantity()).negatedExact();
        OptionState next = next(frame, sell.series(), change);
        UInt256 proceeds = frame.prices().proceeds(sell.series(), sell.quantity(), next);
        if (proceeds.isLessThan(sell.least())) {
            return TOO_CHEAP;
        }
        return frame.pays(frame.spec().quote(), proceeds)
                ? MarginDealing.kept(frame, traded(frame, sell.series(), next, change, proceeds))
                : OptionContract.NOT_COVERED;
    }

    private static Result refused(OptionFrame frame, int series, UInt256 quantity) {
        if (frame.spec().series().get(series).isExpired(frame.frame().timeNanos())) {
            return EXPIRED;
        } else if (!frame.prices().isKnown()) {
            return OptionContract.NO_PRICE;
        }
        boolean isQuantity = !quantity.isZero() && quantity.bitLength() < OptionVenue.QUANTITY_BITS;
        return isQuantity ? Result.OK : NO_QUANTITY;
    }

    /** The state with another position of the caller, and with the surface to which that leads. */
    private static OptionState next(OptionFrame frame, int index, Int256 change) {
        OptionSeries series = frame.spec().series().get(index);
        OptionTally before = frame.state().tally(index);
        Int256 position = before.position(frame.caller()).plusExact(change);
        OptionState with = frame.state().with(index, before.with(series, frame.caller(), position));
        return SurfaceDemand.after(frame.prices(), with, index, change);
    }

    /** Changes the caller's position, and its collateral with it. */
    private static Result traded(OptionFrame frame, int index, OptionState next, Int256 change, UInt256 premium) {
        int asset = frame.spec().paidIn(frame.spec().series().get(index));
        UInt256 before = frame.state().posted(frame.spec(), asset);
        frame.contract().become(next);
        if (!post(frame, asset, before, next.posted(frame.spec(), asset))) {
            return OptionContract.UNPAID;
        }
        Result result = frame.covered(premium);
        if (result.ok()) {
            tell(frame, index, change, premium);
        }
        return result;
    }

    private static void tell(OptionFrame frame, int index, Int256 change, UInt256 premium) {
        OptionSpec spec = frame.spec();
        frame.contract()
                .tell(
                        frame.frame(),
                        change.isNegative() ? "sold" : "bought",
                        index,
                        new MarketEvent.Detail("quantity", spec.base(), change.magnitude()),
                        new MarketEvent.Detail("premium", spec.quote(), premium));
        frame.frame().traded(frame.contract().venue(), spec.quote(), premium, 0);
    }

    private static boolean post(OptionFrame frame, int asset, UInt256 before, UInt256 after) {
        return after.isLessThan(before)
                ? frame.pays(asset, before.minusExact(after))
                : frame.receives(asset, after.minusExact(before));
    }
}
