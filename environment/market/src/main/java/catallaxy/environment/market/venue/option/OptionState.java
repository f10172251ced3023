package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.oracle.Oracle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All that a vault of options remembers. Immutable.
 *
 * @param tallies who has which options, by series
 * @param memory  volatility of the price as seen
 * @param oracle  that tells it
 * @param margins what each writer has at the vault, base units of the quote asset; nothing where they post collateral
 * @param shares  of the vault; its founder's are its own account's
 * @param flow    what was bought and sold lately
 * @param surface on which prices rest now
 */
record OptionState(
        List<OptionTally> tallies,
        VolatilityMemory memory,
        Oracle oracle,
        AccountBalances margins,
        AccountBalances shares,
        OptionFlow flow,
        QuotedSurface surface) {
    OptionState {
        tallies = List.copyOf(tallies);
    }

    static OptionState initial(OptionSpec spec) {
        int series = spec.series().size();
        return new OptionState(
                Collections.nCopies(series, OptionTally.NONE),
                VolatilityMemory.of(spec.terms().volatility()),
                spec.oracle().open(),
                AccountBalances.NONE,
                AccountBalances.NONE,
                OptionFlow.none(series),
                spec.terms().surface());
    }

    OptionTally tally(int series) {
        return tallies.get(series);
    }

    OptionState with(int series, OptionTally tally) {
        List<OptionTally> next = new ArrayList<>(tallies);
        next.set(series, tally);
        return new OptionState(next, memory, oracle, margins, shares, flow, surface);
    }

    OptionState seen(VolatilityMemory nextMemory, Oracle nextOracle) {
        return new OptionState(tallies, nextMemory, nextOracle, margins, shares, flow, surface);
    }

    OptionState withMargins(AccountBalances next) {
        return new OptionState(tallies, memory, oracle, next, shares, flow, surface);
    }

    OptionState withShares(AccountBalances next) {
        return new OptionState(tallies, memory, oracle, margins, next, flow, surface);
    }

    OptionState moved(OptionFlow nextFlow, QuotedSurface nextSurface) {
        return new OptionState(tallies, memory, oracle, margins, shares, nextFlow, nextSurface);
    }

    /** What may have to be paid of an asset, base units. */
    UInt256 committed(OptionSpec spec, int asset) {
        boolean isMargined = spec.margin().isPresent();
        UInt256 committed = asset == spec.quote() ? margins.total() : UInt256.ZERO;
        for (int i = 0; i < tallies.size(); i++) {
            OptionSeries series = spec.series().get(i);
            if (spec.paidIn(series) == asset) {
                OptionTally tally = tallies.get(i);
                committed = committed.plusExact(isMargined ? tally.owedToHolders(series) : tally.committed(series));
            }
        }
        return committed;
    }

    /** What writers have posted of an asset for what has not been settled. */
    UInt256 posted(OptionSpec spec, int asset) {
        UInt256 posted = UInt256.ZERO;
        for (int i = 0; i < tallies.size(); i++) {
            boolean counts =
                    spec.margin().isEmpty() && spec.paidIn(spec.series().get(i)) == asset;
            posted = counts ? posted.plusExact(tallies.get(i).posted()) : posted;
        }
        return posted;
    }

    void save(StateWriter out) {
        tallies.forEach(tally -> tally.save(out));
        memory.save(out);
        oracle.save(out);
        margins.save(out);
        shares.save(out);
        flow.save(out);
        surface.save(out);
    }

    static OptionState load(OptionSpec spec, StateReader in) {
        List<OptionTally> tallies = spec.series().stream()
                .map(series -> OptionTally.load(series, in))
                .toList();
        VolatilityMemory memory = VolatilityMemory.load(in);
        Oracle oracle = spec.oracle().load(in);
        AccountBalances margins = AccountBalances.load(in);
        AccountBalances shares = AccountBalances.load(in);
        OptionFlow flow = OptionFlow.load(in);
        return new OptionState(tallies, memory, oracle, margins, shares, flow, QuotedSurface.load(in));
    }
}
