package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Gas;
import java.util.Comparator;
import java.util.List;

/**
 * Looks at lending markets at equal distances in time and pays debts that are at risk, out of its own capital, where the bonus is
 * worth more than the gas and the least gain. It keeps what it gets. Of a borrower's debts and collateral it takes the largest.
 */
final class LiquidatorGroup implements PopulationGroup {
    private static final int PATIENCE_BLOCKS = 5;
    private static final double ALL_BELOW = 0.95;

    private final GroupSpec.Liquidators spec;
    private final GroupAccount account;
    private long nextNanos;

    private LiquidatorGroup(GroupSpec.Liquidators spec, GroupAccount account, long nextNanos) {
        this.spec = spec;
        this.account = account;
        this.nextNanos = nextNanos;
    }

    /** The first look is at a random time of the first period. */
    static LiquidatorGroup open(GroupSpec.Liquidators spec, GroupAccount account, MarketEngine market) {
        long first = 1 + account.random().nextLong(spec.refreshNanos());
        return new LiquidatorGroup(spec, account, market.timeNanos() + first);
    }

    @Override
    public int participant() {
        return account.participant();
    }

    @Override
    public long nextWakeNanos() {
        return nextNanos;
    }

    @Override
    public void wake(MarketEngine market) {
        nextNanos = market.timeNanos() + spec.refreshNanos();
        for (int venue : spec.venues()) {
            Lending lending = market.offered(venue, Lending.class);
            int chain = market.spec().placeOfVenue(venue);
            for (int borrower : lending.atRisk()) {
                liquidate(market, lending, chain, borrower);
            }
        }
    }

    private void liquidate(MarketEngine market, Lending lending, int chain, int borrower) {
        int debt = largest(lending.assets(), asset -> lending.owed(borrower, asset) * lending.price(asset));
        int collateral = largest(
                lending.assets(),
                asset -> lending.bonus(asset) > 0 ? lending.supplied(borrower, asset) * lending.price(asset) : 0);
        double paid = payable(market, lending, chain, borrower, debt, collateral);
        UInt256 units = market.toUnits(debt, paid);
        Call call = lending.liquidate(borrower, collateral, debt, Amount.of(units));
        double gain = paid * lending.price(debt) * lending.bonus(collateral) - Gas.costQuote(market, chain, call);
        if (!units.isZero() && gain >= spec.leastGainQuote()) {
            Gas.send(market, market.gateway(participant()), chain, call, PATIENCE_BLOCKS);
        }
    }

    /** At most what may be paid, what the collateral stands for, and what the group has; whole units of the debt. */
    private double payable(MarketEngine market, Lending lending, int chain, int borrower, int debt, int collateral) {
        double part = lending.health(borrower) > ALL_BELOW ? 0.5 : 1;
        double allowed = part * lending.owed(borrower, debt);
        double worth = lending.supplied(borrower, collateral) * lending.price(collateral);
        double covered = worth / (1 + lending.bonus(collateral)) / lending.price(debt);
        double owned = Gas.spendable(market, participant(), chain, debt);
        return StrictMath.min(StrictMath.min(allowed, covered), owned);
    }

    private interface Worth {
        double of(int asset);
    }

    private static int largest(List<Integer> assets, Worth worth) {
        return assets.stream().max(Comparator.comparingDouble(worth::of)).orElseThrow();
    }

    @Override
    public LiquidatorGroup copy() {
        return new LiquidatorGroup(spec, account.copy(), nextNanos);
    }

    @Override
    public void save(StateWriter out) {
        account.save(out);
        out.int64(nextNanos);
    }

    static LiquidatorGroup load(StateReader in, GroupSpec.Liquidators spec) {
        return new LiquidatorGroup(spec, GroupAccount.load(in), in.int64());
    }
}
