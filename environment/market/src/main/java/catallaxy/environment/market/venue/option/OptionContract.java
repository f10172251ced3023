package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A vault that sells options and buys them back. All that could have to be paid to those who have bought lies in its account: what
 * writers post, and as much of its own as they do not. It is what it remembers, an {@link OptionState}; the calls are carried out by
 * {@link OptionTrading}, {@link VaultDealing} and {@link MarginDealing}.
 */
final class OptionContract implements Contract {
    static final Result UNPAID = Result.reverted("Options: UNPAID");
    static final Result NOT_COVERED = Result.reverted("Options: NOT_COVERED");
    static final Result NO_PRICE = Result.reverted("Options: NO_PRICE");

    private static final Result UNKNOWN_SERIES = Result.reverted("Options: UNKNOWN_SERIES");

    private final OptionSpec spec;
    private final int venue;
    private final int account;
    private OptionState state;

    OptionContract(OptionSpec spec, int venue, int account) {
        this(spec, venue, account, OptionState.initial(spec));
    }

    private OptionContract(OptionSpec spec, int venue, int account, OptionState state) {
        this.spec = spec;
        this.venue = venue;
        this.account = account;
        this.state = state;
    }

    @Override
    public int account() {
        return account;
    }

    OptionSpec spec() {
        return spec;
    }

    int venue() {
        return venue;
    }

    OptionState state() {
        return state;
    }

    /** The contract's state after a step of a call that runs; what undoes it was left with the frame before. */
    void become(OptionState next) {
        state = next;
    }

    @Override
    public Result call(Frame frame, Call call) {
        if (!(call instanceof OptionCall option)) {
            return Result.reverted("Options: UNKNOWN_CALL " + call.name());
        }
        if (option instanceof OptionCall.OfSeries one && !isSeries(one.series())) {
            return UNKNOWN_SERIES;
        }
        return GasPart.charge(frame, OptionVenue.GAS, () -> {
            OptionState before = state;
            frame.onRevert(() -> state = before);
            OptionPrices prices = OptionPrices.of(spec, account, state, frame.market(), frame.ledger());
            note(frame, prices);
            return carriedOut(new OptionFrame(this, frame, prices.with(state)), option);
        });
    }

    private boolean isSeries(int index) {
        return index >= 0 && index < spec.series().size();
    }

    private static Result carriedOut(OptionFrame frame, OptionCall call) {
        return switch (call) {
            case OptionCall.BuyOptions buy -> OptionTrading.buy(frame, buy);
            case OptionCall.SellOptions sell -> OptionTrading.sell(frame, sell);
            case OptionCall.SettleOptions settle -> OptionSettlement.settle(frame, settle.series());
            case OptionCall.DepositInOptionVault deposit -> VaultDealing.deposit(frame, deposit);
            case OptionCall.WithdrawFromOptionVault withdrawal -> VaultDealing.withdraw(frame, withdrawal);
            case OptionCall.PostWriterMargin post -> MarginDealing.post(frame, post);
            case OptionCall.TakeWriterMargin take -> MarginDealing.take(frame, take);
            case OptionCall.LiquidateWriter liquidate -> MarginDealing.liquidate(frame, liquidate.writer());
        };
    }

    /** Takes note of the price, and fixes it for what has expired. */
    private void note(Frame frame, OptionPrices prices) {
        state = state.seen(
                state.memory()
                        .seen(
                                prices.underlying(),
                                frame.timeNanos(),
                                spec.terms().halfLifeNanos()),
                state.oracle().noted(frame.market()));
        for (int i = 0; i < spec.series().size(); i++) {
            boolean due = spec.series().get(i).isExpired(frame.timeNanos())
                    && !state.tally(i).isSettled();
            if (due && prices.isKnown()) {
                state = state.with(i, state.tally(i).settledAt(prices.price()));
                tell(frame, "expired", i, new MarketEvent.Detail("price", spec.quote(), prices.price()));
            }
        }
    }

    /** Reports what happened to a series. */
    void tell(Frame frame, String change, int series, MarketEvent.Detail... details) {
        List<MarketEvent.Detail> all = new ArrayList<>(List.of(MarketEvent.Detail.number("series", series)));
        all.addAll(List.of(details));
        tell(frame, change, all);
    }

    /** Reports what happened to the vault. */
    void tell(Frame frame, String change, List<MarketEvent.Detail> details) {
        frame.emit(new MarketEvent.VenueChanged(frame.timeNanos(), venue, frame.participant(), change, details));
    }

    /** What an account gets of a series that is settled: what its options pay, or its collateral less what they cost it. */
    static UInt256 due(OptionSeries series, OptionTally tally, int account) {
        UInt256 written = tally.writtenBy(account);
        return written.isZero()
                ? series.payoff(tally.boughtBy(account), tally.settled())
                : series.collateral(written).minusExact(series.owed(written, tally.settled()));
    }

    @Override
    public OptionContract copy() {
        return new OptionContract(spec, venue, account, state);
    }

    @Override
    public void restore(Contract earlier) {
        state = ((OptionContract) earlier).state;
    }

    @Override
    public void save(StateWriter out) {
        state.save(out.int32(account));
    }

    static OptionContract load(OptionSpec spec, int venue, StateReader in) {
        int account = in.int32();
        return new OptionContract(spec, venue, account, OptionState.load(spec, in));
    }
}
