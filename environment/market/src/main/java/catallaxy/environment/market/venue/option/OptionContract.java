package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.oracle.Oracle;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A vault that sells options and buys them back. All that could have to be paid lies in its account: what writers post, and for options
 * that nobody but the vault has written as much of its own.
 */
final class OptionContract implements Contract {
    private static final Result UNKNOWN_SERIES = Result.reverted("Options: UNKNOWN_SERIES");
    private static final Result EXPIRED = Result.reverted("Options: EXPIRED");
    private static final Result NOT_EXPIRED = Result.reverted("Options: NOT_EXPIRED");
    private static final Result NO_PRICE = Result.reverted("Options: NO_PRICE");
    private static final Result NO_QUANTITY = Result.reverted("Options: NO_QUANTITY");
    private static final Result TOO_DEAR = Result.reverted("Options: TOO_DEAR");
    private static final Result TOO_CHEAP = Result.reverted("Options: TOO_CHEAP");
    private static final Result UNPAID = Result.reverted("Options: UNPAID");
    private static final Result NOT_COVERED = Result.reverted("Options: NOT_COVERED");
    private static final Result NOTHING = Result.reverted("Options: NOTHING_TO_SETTLE");

    private final OptionSpec spec;
    private final int venue;
    private final int account;
    private final OptionTally[] tallies;
    private VolatilityMemory memory;
    private Oracle oracle;

    OptionContract(OptionSpec spec, int venue, int account) {
        this(
                spec,
                venue,
                account,
                none(spec),
                VolatilityMemory.of(spec.terms().volatility()),
                spec.oracle().open());
    }

    private OptionContract(
            OptionSpec spec, int venue, int account, OptionTally[] tallies, VolatilityMemory memory, Oracle oracle) {
        this.spec = spec;
        this.venue = venue;
        this.account = account;
        this.tallies = tallies;
        this.memory = memory;
        this.oracle = oracle;
    }

    private static OptionTally[] none(OptionSpec spec) {
        OptionTally[] tallies = new OptionTally[spec.series().size()];
        Arrays.fill(tallies, OptionTally.NONE);
        return tallies;
    }

    @Override
    public int account() {
        return account;
    }

    OptionTally tally(int series) {
        return tallies[series];
    }

    Oracle oracle() {
        return oracle;
    }

    double volatility() {
        return memory.volatility();
    }

    /** What may have to be paid of an asset, base units. */
    UInt256 committed(int asset) {
        UInt256 committed = UInt256.ZERO;
        for (int i = 0; i < tallies.length; i++) {
            OptionSeries series = spec.series().get(i);
            if (postedIn(series) == asset) {
                committed = committed.plusExact(tallies[i].committed(series));
            }
        }
        return committed;
    }

    /** The asset of a series' collateral and of what it pays. */
    int postedIn(OptionSeries series) {
        return series.isCall() ? spec.base() : spec.quote();
    }

    @Override
    public Result call(Frame frame, Call call) {
        if (!(call instanceof OptionCall option)) {
            return Result.reverted("Options: UNKNOWN_CALL " + call.name());
        }
        if (option.series() < 0 || option.series() >= tallies.length) {
            return UNKNOWN_SERIES;
        }
        return GasPart.charge(frame, OptionVenue.GAS, () -> {
            remember(frame);
            OptionPrices prices = OptionPrices.of(spec, this, frame.market(), frame.ledger());
            note(frame, prices);
            return switch (option) {
                case OptionCall.BuyOptions buy -> buy(frame, prices, buy);
                case OptionCall.SellOptions sell -> sell(frame, prices, sell);
                case OptionCall.SettleOptions settle -> settle(frame, settle.series());
            };
        });
    }

    /** Takes note of the price, and fixes it for what has expired. */
    private void note(Frame frame, OptionPrices prices) {
        oracle = oracle.noted(frame.market());
        memory =
                memory.seen(prices.underlying(), frame.timeNanos(), spec.terms().halfLifeNanos());
        for (int i = 0; i < tallies.length; i++) {
            boolean due = spec.series().get(i).isExpired(frame.timeNanos()) && !tallies[i].isSettled();
            if (due && !prices.price().isZero()) {
                tallies[i] = tallies[i].settledAt(prices.price());
                tell(frame, "expired", i, new MarketEvent.Detail("price", spec.quote(), prices.price()));
            }
        }
    }

    private Result buy(Frame frame, OptionPrices prices, OptionCall.BuyOptions buy) {
        Result refused = refused(frame, prices, buy.series(), buy.quantity());
        if (!refused.ok()) {
            return refused;
        }
        UInt256 cost = prices.cost(buy.series(), buy.quantity());
        if (buy.most().isLessThan(cost)) {
            return TOO_DEAR;
        }
        return frame.ledger().transfer(frame.caller(), account, spec.quote(), cost)
                ? trade(frame, buy.series(), Int256.of(buy.quantity()), cost)
                : UNPAID;
    }

    private Result sell(Frame frame, OptionPrices prices, OptionCall.SellOptions sell) {
        Result refused = refused(frame, prices, sell.series(), sell.quantity());
        if (!refused.ok()) {
            return refused;
        }
        UInt256 proceeds = prices.proceeds(sell.series(), sell.quantity());
        if (proceeds.isLessThan(sell.least())) {
            return TOO_CHEAP;
        }
        return frame.ledger().transfer(account, frame.caller(), spec.quote(), proceeds)
                ? trade(frame, sell.series(), Int256.of(sell.quantity()).negatedExact(), proceeds)
                : NOT_COVERED;
    }

    private Result refused(Frame frame, OptionPrices prices, int series, UInt256 quantity) {
        if (spec.series().get(series).isExpired(frame.timeNanos())) {
            return EXPIRED;
        } else if (prices.price().isZero()) {
            return NO_PRICE;
        }
        boolean isQuantity = !quantity.isZero() && quantity.bitLength() < OptionVenue.QUANTITY_BITS;
        return isQuantity ? Result.OK : NO_QUANTITY;
    }

    /** Changes the caller's position, and its collateral with it. */
    private Result trade(Frame frame, int index, Int256 change, UInt256 premium) {
        OptionSeries series = spec.series().get(index);
        OptionTally before = tallies[index];
        int caller = frame.caller();
        OptionTally after = before.with(series, caller, before.position(caller).plusExact(change));
        tallies[index] = after;
        if (!post(frame, postedIn(series), before.posted(), after.posted())) {
            return UNPAID;
        }
        if (!covers(frame.ledger(), spec.base()) || !covers(frame.ledger(), spec.quote())) {
            return NOT_COVERED;
        }
        tell(
                frame,
                change.isNegative() ? "sold" : "bought",
                index,
                new MarketEvent.Detail("quantity", spec.base(), change.magnitude()),
                new MarketEvent.Detail("premium", spec.quote(), premium));
        frame.traded(venue, spec.quote(), premium, 0);
        return Result.of(premium);
    }

    private void tell(Frame frame, String change, int series, MarketEvent.Detail... details) {
        List<MarketEvent.Detail> all = new ArrayList<>(List.of(MarketEvent.Detail.number("series", series)));
        all.addAll(List.of(details));
        frame.emit(new MarketEvent.VenueChanged(frame.timeNanos(), venue, frame.participant(), change, all));
    }

    private boolean post(Frame frame, int asset, UInt256 before, UInt256 after) {
        return after.isLessThan(before)
                ? frame.ledger().transfer(account, frame.caller(), asset, before.minusExact(after))
                : frame.ledger().transfer(frame.caller(), account, asset, after.minusExact(before));
    }

    private boolean covers(Ledger ledger, int asset) {
        return ledger.covers(account, asset, committed(asset));
    }

    private Result settle(Frame frame, int index) {
        OptionSeries series = spec.series().get(index);
        OptionTally tally = tallies[index];
        if (!series.isExpired(frame.timeNanos())) {
            return NOT_EXPIRED;
        } else if (!tally.isSettled()) {
            return NO_PRICE;
        } else if (tally.position(frame.caller()).isZero()) {
            return NOTHING;
        }
        UInt256 due = due(series, tally, frame.caller());
        tallies[index] = tally.with(series, frame.caller(), Int256.ZERO);
        if (!frame.ledger().transfer(account, frame.caller(), postedIn(series), due)) {
            throw new IllegalStateException("venue " + spec.id() + ": cannot pay " + due + " of series " + index);
        }
        return Result.of(due);
    }

    /** What an account gets of a series that is settled: what its options pay, or its collateral less what they cost it. */
    static UInt256 due(OptionSeries series, OptionTally tally, int account) {
        UInt256 written = tally.writtenBy(account);
        return written.isZero()
                ? series.payoff(tally.boughtBy(account), tally.settled())
                : series.collateral(written).minusExact(series.owed(written, tally.settled()));
    }

    /** Lets the frame put everything back as it is now. */
    private void remember(Frame frame) {
        OptionContract before = copy();
        frame.onRevert(() -> restore(before));
    }

    @Override
    public OptionContract copy() {
        return new OptionContract(spec, venue, account, tallies.clone(), memory, oracle);
    }

    @Override
    public void restore(Contract earlier) {
        OptionContract other = (OptionContract) earlier;
        System.arraycopy(other.tallies, 0, tallies, 0, tallies.length);
        memory = other.memory;
        oracle = other.oracle;
    }

    @Override
    public void save(StateWriter out) {
        out.int32(account);
        for (OptionTally tally : tallies) {
            tally.save(out);
        }
        memory.save(out);
        oracle.save(out);
    }

    static OptionContract load(OptionSpec spec, int venue, StateReader in) {
        int account = in.int32();
        OptionTally[] tallies = new OptionTally[spec.series().size()];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = OptionTally.load(spec.series().get(i), in);
        }
        VolatilityMemory memory = VolatilityMemory.load(in);
        return new OptionContract(
                spec, venue, account, tallies, memory, spec.oracle().load(in));
    }
}
