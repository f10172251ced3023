package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.OptionVault;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;

/** A vault as those who may have shares of it see it. */
record VaultView(OptionSpec spec, int venue, OptionContract contract, MarketView market, Ledger ledger)
        implements OptionVault {
    @Override
    public double worth() {
        OptionPrices prices = OptionPrices.of(spec, contract.account(), contract.state(), market, ledger);
        double underlying = prices.underlying();
        return prices.isKnown()
                ? OptionClaims.ofVault(prices, underlying).worth(asset -> asset == spec.base() ? underlying : 1)
                : 0;
    }

    @Override
    public UInt256 shares(int account) {
        return contract.state().shares().of(account);
    }

    @Override
    public UInt256 totalShares() {
        return contract.state().shares().total();
    }

    @Override
    public double spare(int asset) {
        UInt256 balance = ledger.balance(contract.account(), asset);
        UInt256 committed = contract.state().committed(spec, asset);
        return committed.isLessThan(balance) ? ledger.toWhole(asset, balance.minusExact(committed)) : 0;
    }

    @Override
    public Call deposit(int asset, Amount amount, UInt256 least) {
        return new OptionCall.DepositInOptionVault(venue, asset, amount, least);
    }

    @Override
    public Call withdraw(UInt256 shares, int asset, UInt256 least) {
        return new OptionCall.WithdrawFromOptionVault(venue, shares, asset, least);
    }
}
