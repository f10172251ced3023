package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;

/** What happens where somebody takes what options that have expired are worth. Without state. */
final class OptionSettlement {
    private static final Result NOT_EXPIRED = Result.reverted("Options: NOT_EXPIRED");
    private static final Result NOTHING = Result.reverted("Options: NOTHING_TO_SETTLE");

    private OptionSettlement() {}

    static Result settle(OptionFrame frame, int index) {
        OptionTally tally = frame.state().tally(index);
        if (!frame.spec().series().get(index).isExpired(frame.frame().timeNanos())) {
            return NOT_EXPIRED;
        } else if (!tally.isSettled()) {
            return OptionContract.NO_PRICE;
        } else if (tally.position(frame.caller()).isZero()) {
            return NOTHING;
        }
        boolean owes = frame.spec().margin().isPresent()
                && !tally.writtenBy(frame.caller()).isZero();
        return owes ? MarginDealing.settle(frame, index) : MarginDealing.kept(frame, paid(frame, index));
    }

    private static Result paid(OptionFrame frame, int index) {
        OptionSeries series = frame.spec().series().get(index);
        OptionTally tally = frame.state().tally(index);
        UInt256 due = OptionContract.due(series, tally, frame.caller());
        frame.contract().become(frame.state().with(index, tally.with(series, frame.caller(), Int256.ZERO)));
        if (!frame.pays(frame.spec().paidIn(series), due)) {
            throw new IllegalStateException(
                    "venue " + frame.spec().id() + ": cannot pay " + due + " of series " + index);
        }
        return Result.of(due);
    }
}
