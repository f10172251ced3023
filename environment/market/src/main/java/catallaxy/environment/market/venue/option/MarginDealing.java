package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;

/** What happens with the margins of writers: they are posted, taken, charged at expiry, and liquidated. Without state. */
final class MarginDealing {
    private static final Result NO_MARGIN = Result.reverted("Options: NO_MARGIN_HERE");
    private static final Result BELOW_MARGIN = Result.reverted("Options: BELOW_MARGIN");
    private static final Result HEALTHY = Result.reverted("Options: NOT_AT_RISK");

    private MarginDealing() {}

    static Result post(OptionFrame frame, OptionCall.PostWriterMargin post) {
        if (frame.spec().margin().isEmpty()) {
            return NO_MARGIN;
        }
        UInt256 amount = frame.frame().amount(post.amount(), frame.spec().quote());
        if (!frame.receives(frame.spec().quote(), amount)) {
            return OptionContract.UNPAID;
        }
        become(frame, frame.state().margins().plus(frame.caller(), amount));
        return Result.of(amount);
    }

    static Result take(OptionFrame frame, OptionCall.TakeWriterMargin take) {
        AccountBalances margins = frame.state().margins();
        if (frame.spec().margin().isEmpty()) {
            return NO_MARGIN;
        } else if (margins.of(frame.caller()).isLessThan(take.amount())) {
            return BELOW_MARGIN;
        }
        become(frame, margins.minus(frame.caller(), take.amount()));
        return frame.pays(frame.spec().quote(), take.amount())
                ? kept(frame, Result.of(take.amount()))
                : OptionContract.NOT_COVERED;
    }

    private static void become(OptionFrame frame, AccountBalances margins) {
        frame.contract().become(frame.state().withMargins(margins));
    }

    /** A result, or a revert where the caller has written options and would have less than the initial margin after it. */
    static Result kept(OptionFrame frame, Result result) {
        if (!result.ok() || frame.spec().margin().isEmpty()) {
            return result;
        }
        PortfolioMargin margin = frame.margin(frame.spec().margin().get(), frame.caller());
        boolean isKept = !margin.hasWritten() || (frame.prices().isKnown() && margin.equity() >= margin.initial());
        return isKept ? result : BELOW_MARGIN;
    }

    /** Charges the caller's margin with what it owes of a series that is settled; what it has not is the vault's loss. */
    static Result settle(OptionFrame frame, int index) {
        OptionSeries series = frame.spec().series().get(index);
        OptionTally tally = frame.state().tally(index);
        UInt256 owed = series.owedInQuote(tally.writtenBy(frame.caller()), tally.settled());
        UInt256 paid = owed.min(frame.state().margins().of(frame.caller()));
        frame.contract().become(frame.state().with(index, tally.with(series, frame.caller(), Int256.ZERO)));
        become(frame, frame.state().margins().minus(frame.caller(), paid));
        if (!owed.equals(paid)) {
            tell(frame, "written off", frame.caller(), detail(frame, "loss", owed.minusExact(paid)));
        }
        return Result.of(paid);
    }

    static Result liquidate(OptionFrame frame, int writer) {
        if (frame.spec().margin().isEmpty()) {
            return NO_MARGIN;
        } else if (!frame.prices().isKnown()) {
            return OptionContract.NO_PRICE;
        }
        MarginTerms terms = frame.spec().margin().get();
        if (!(frame.margin(terms, writer).health() < 1)) {
            return HEALTHY;
        }
        Closing closing = Closing.of(frame.prices(), writer);
        UInt256 bonus = closing.bonus(terms);
        frame.contract()
                .become(closing.state().withMargins(closing.state().margins().with(writer, closing.left(terms))));
        tell(frame, "liquidated", writer, detail(frame, "bonus", bonus), detail(frame, "loss", closing.loss(terms)));
        return frame.pays(frame.spec().quote(), bonus) ? frame.covered(bonus) : OptionContract.NOT_COVERED;
    }

    private static MarketEvent.Detail detail(OptionFrame frame, String name, UInt256 amount) {
        return new MarketEvent.Detail(name, frame.spec().quote(), amount);
    }

    private static void tell(OptionFrame frame, String change, int writer, MarketEvent.Detail... details) {
        List<MarketEvent.Detail> all = new ArrayList<>();
        all.add(MarketEvent.Detail.number("writer", writer));
        all.addAll(List.of(details));
        frame.contract().tell(frame.frame(), change, all);
    }
}
