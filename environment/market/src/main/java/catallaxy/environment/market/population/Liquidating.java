package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.venue.WriterMargin;
import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Gas;
import java.util.Comparator;
import java.util.List;

/**
 * Looks at lending markets at equal distances in time and pays debts that are at risk, where the bonus is worth more than the gas and
 * the least gain: out of its own capital, and it keeps what it gets, or by {@link FlashLiquidation}. Of a borrower's debts and collateral it takes the largest.
 * At markets of options it closes the positions of writers whose margin is too small.
 */
record Liquidating(LiquidatorsSpec spec) implements Act {
    static final int PATIENCE_BLOCKS = 5;
    private static final double ALL_BELOW = 0.95;

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        for (int venue : spec.venues()) {
            int chain = market.spec().placeOfVenue(venue);
            market.venue(venue, Lending.class).ifPresent(lending -> {
                for (int borrower : lending.atRisk()) {
                    liquidate(market, account, new Risk(lending, chain, borrower));
                }
            });
            market.venue(venue, WriterMargin.class).ifPresent(margins -> close(market, account, venue, margins));
        }
    }

    /** Closes what writers of options have whose margin is too small; nothing is paid for it but gas. */
    private void close(MarketEngine market, GroupAccount account, int venue, WriterMargin margins) {
        int chain = market.spec().placeOfVenue(venue);
        double price = market.priceAtVenues(market.spec().venues().get(venue).quote());
        for (int writer : margins.atRisk()) {
            Call call = margins.liquidate(writer);
            if (margins.bonus(writer) * price - Gas.costQuote(market, chain, call) >= spec.leastGainQuote()) {
                account.send(market, chain, call, PATIENCE_BLOCKS);
            }
        }
    }

    /** A borrower whose debts may be paid. */
    record Risk(Lending lending, int chain, int borrower) {}

    /**
     * What may be taken of a borrower.
     *
     * @param allowed whole units of the debt that may be paid
     */
    record Seizure(Risk risk, int debt, int collateral, double allowed) {
        Call call(Amount most) {
            return risk.lending().liquidate(risk.borrower(), collateral, debt, most);
        }

        /** Whole units of collateral for a payment, without what the treasury takes. */
        double seized(double paid) {
            Lending lending = risk.lending();
            return paid
                    * lending.price(debt)
                    / lending.price(collateral)
                    * (1 + lending.bonus(risk.borrower(), collateral));
        }
    }

    private void liquidate(MarketEngine market, GroupAccount account, Risk risk) {
        Lending lending = risk.lending();
        int borrower = risk.borrower();
        int debt = largest(lending.assets(), asset -> lending.owed(borrower, asset) * lending.price(asset));
        int collateral = largest(
                lending.assets(),
                asset -> lending.bonus(asset) > 0 ? lending.supplied(borrower, asset) * lending.price(asset) : 0);
        Seizure seizure = new Seizure(risk, debt, collateral, allowed(risk, debt, collateral));
        if (spec.flashLoans()) {
            new FlashLiquidation(this, seizure).send(market, account);
        } else {
            payFromCapital(market, account, seizure);
        }
    }

    private void payFromCapital(MarketEngine market, GroupAccount account, Seizure seizure) {
        Risk risk = seizure.risk();
        double paid = StrictMath.min(seizure.allowed(), account.spendable(market, risk.chain(), seizure.debt()));
        UInt256 units = market.toUnits(seizure.debt(), paid);
        Call call = seizure.call(Amount.of(units));
        double gain = seizure.seized(paid) * market.prices().worth(seizure.collateral())
                - paid * market.prices().worth(seizure.debt())
                - Gas.costQuote(market, risk.chain(), call);
        if (!units.isZero() && gain >= spec.leastGainQuote()) {
            send(market, account, risk, call, gain);
        }
    }

    /** A bundle of one transaction costs nothing where another liquidates first. */
    void send(MarketEngine market, GroupAccount account, Risk risk, Call call, double gain) {
        if (spec.bidShare() == 0) {
            account.send(market, risk.chain(), call, PATIENCE_BLOCKS);
            return;
        }
        ChainView chain = market.chain(risk.chain());
        double price = market.prices().worth(chain.gasAsset());
        UInt256 bid = market.toUnits(chain.gasAsset(), spec.bidShare() * gain / price);
        BundleItem item = new BundleItem.Own(call, MarketCommand.ENOUGH_GAS, 2 * chain.baseFeeWei(), 0);
        market.submit(
                account.participant(),
                new MarketCommand.SubmitBundle(
                        risk.chain(), risk.borrower(), List.of(item), bid, chain.blockNumber() + 1, "liquidation"));
    }

    /** At most what may be paid and what the collateral stands for; whole units of the debt. */
    private static double allowed(Risk risk, int debt, int collateral) {
        Lending lending = risk.lending();
        int borrower = risk.borrower();
        double part = lending.health(borrower) > ALL_BELOW ? 0.5 : 1;
        double worth = lending.supplied(borrower, collateral) * lending.price(collateral);
        double covered = worth / (1 + lending.bonus(borrower, collateral)) / lending.price(debt);
        return StrictMath.min(part * lending.owed(borrower, debt), covered);
    }

    private interface Worth {
        double of(int asset);
    }

    private static int largest(List<Integer> assets, Worth worth) {
        return assets.stream().max(Comparator.comparingDouble(worth::of)).orElseThrow();
    }
}
