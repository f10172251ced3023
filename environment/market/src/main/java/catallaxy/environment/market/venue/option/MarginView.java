package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.WriterMargin;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/** Margins of writers as those who decide see them. */
record MarginView(
        OptionSpec spec, MarginTerms terms, int venue, OptionContract contract, MarketView market, Ledger ledger)
        implements WriterMargin {
    private PortfolioMargin of(int account) {
        return new PortfolioMargin(
                OptionPrices.of(spec, contract.account(), contract.state(), market, ledger), terms, account);
    }

    @Override
    public double margin(int account) {
        return ledger.toWhole(spec.quote(), contract.state().margins().of(account));
    }

    @Override
    public double equity(int account) {
        return of(account).equity();
    }

    @Override
    public double maintenance(int account) {
        return of(account).maintenance();
    }

    @Override
    public double initial(int account) {
        return of(account).initial();
    }

    @Override
    public double health(int account) {
        return of(account).health();
    }

    @Override
    public List<Integer> atRisk() {
        return contract.state().tallies().stream()
                .flatMap(tally -> tally.positions().entrySet().stream())
                .filter(entry -> entry.getValue().isNegative())
                .map(entry -> entry.getKey())
                .distinct()
                .sorted()
                .filter(account -> health(account) < 1)
                .toList();
    }

    @Override
    public double bonus(int account) {
        OptionPrices prices = of(account).prices();
        UInt256 bonus = prices.isKnown() ? Closing.of(prices, account).bonus(terms) : UInt256.ZERO;
        return ledger.toWhole(spec.quote(), bonus);
    }

    @Override
    public Call post(Amount amount) {
        return new OptionCall.PostWriterMargin(venue, amount);
    }

    @Override
    public Call take(UInt256 amount) {
        return new OptionCall.TakeWriterMargin(venue, amount);
    }

    @Override
    public Call liquidate(int account) {
        return new OptionCall.LiquidateWriter(venue, account);
    }
}
