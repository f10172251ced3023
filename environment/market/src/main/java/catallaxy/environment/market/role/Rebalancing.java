package catallaxy.environment.market.role;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.Taker;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Trades a portfolio towards target weights, chain by chain: the sales, and the purchases that the chain's present cash
 * can pay; what its sales bring is spent at the next epoch. If a chain lacks cash even so, it is bridged from the
 * chain that has most to spare. Weights that add up to more than 1, and what may be borrowed, are scaled down to that. No trade moves its pool's price by
 * more than the seat's slippage; what is left to do is done at later epochs, when others have brought the price back.
 */
final class Rebalancing {
    /** Adjustments below this share of the equity are left alone. */
    private static final double DUST = 1e-6;

    /** Register: whether the epoch before was spent at the lending market. */
    private static final int LENT = 1;

    private final RoleSpec.Portfolio spec;
    private final int[] chains;
    private final int quote;
    private final Bridging bridging;
    private final Optional<FundLending> lending;
    private final Optional<LendingSteps> steps;

    Rebalancing(EngineSpec engine, RoleSpec.Portfolio spec, int[] chains, Optional<FundLending> lending) {
        this.spec = spec;
        this.chains = chains;
        this.quote = engine.quoteAsset();
        this.bridging = new Bridging(engine, spec.bridges());
        this.lending = lending;
        this.steps = lending.map(place -> new LendingSteps(place, engine, spec));
    }

    /** Equity that the weights are shares of: all of it times the scale; of a halted seat, all. */
    static double allotted(Seat seat, double equity) {
        return seat.halted() ? equity : equity * seat.scale();
    }

    /** Worth of a sleeve with what is lent of it, quote units. */
    double worth(MarketView market, Seat seat, RoleSpec.Sleeve sleeve) {
        double free = market.holdings(seat.participant()).free(sleeve.chain(), sleeve.asset());
        double lent = lending.map(place -> place.supplied(market, seat, sleeve.chain(), sleeve.asset()))
                .orElse(0.0);
        return (free + lent) * market.prices().atVenues(sleeve.asset());
    }

    /**
     * Acts on weights of the sleeves, then, where the fund lends, on the shares of what it supplies and of its loan. A chain on which it
     * lends or borrows at an epoch trades at the next.
     */
    void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        boolean departing = isDeparting(market, seat);
        double[] weights = Arrays.copyOf(action, spec.sleeves().size());
        double[] shares = Arrays.copyOfRange(action, weights.length, action.length);
        double loan = lending.map(place -> LendingPlan.loan(place, market, seat, shares))
                .orElse(0.0);
        double[] changes = changes(market, seat, weights, loan);
        double due = lending.map(place -> lend(market, gateway, seat, place, shares, changes))
                .orElse(0.0);
        double[] spare = new double[chains.length];
        for (int i = 0; i < chains.length; i++) {
            boolean owes = lending.isPresent() && lending.get().chain() == chains[i];
            spare[i] = trade(market, gateway, seat, chains[i], changes, owes ? due : 0);
        }
        if (!departing && !market.holdings(seat.participant()).inTransit(quote)) {
            bridgeToPoorest(market, gateway, seat, spare);
        }
    }

    /** Whether the transaction of the latest bridge transfer may still wait on its chain, where nothing shows it as under way. */
    private static boolean isDeparting(MarketView market, Seat seat) {
        int source = (int) seat.registers()[0] - 1;
        boolean waits = source >= 0 && market.dealings(seat.participant()).pending(source) > 0;
        seat.registers()[0] = waits ? source + 1 : 0;
        return waits;
    }

    /** Takes a step at the lending market, unless that was what the epoch before did; returns what of the loan is due. */
    private double lend(
            MarketView market, Gateway gateway, Seat seat, FundLending place, double[] shares, double[] changes) {
        double needed = needed(market, seat, changes, place.chain());
        LendingPlan plan = LendingPlan.of(place, market, seat, shares, spec.sleeves(), changes, needed);
        boolean turn = seat.registers()[LENT] == 0;
        boolean sent = turn
                && steps.orElseThrow()
                        .step(
                                market,
                                gateway,
                                seat,
                                plan,
                                least(market.holdings(seat.participant()).equityAtVenues()));
        seat.registers()[LENT] = sent ? 1 : 0;
        return plan.due();
    }

    /** Quote asset that purchases on a chain need, and what other chains lack that can be bridged to them. */
    private double needed(MarketView market, Seat seat, double[] changes, int chain) {
        boolean bridges = !spec.bridges().isEmpty()
                && !market.holdings(seat.participant()).inTransit(quote);
        double needed = 0;
        for (int other : chains) {
            double wanted = 0;
            for (int i = 0; i < changes.length; i++) {
                boolean there = spec.sleeves().get(i).chain() == other;
                wanted += there ? other == chain ? StrictMath.max(0, changes[i]) : changes[i] : 0;
            }
            double cash = other == chain ? 0 : Gas.spendable(market, seat.participant(), other, quote);
            needed += other == chain || bridges ? StrictMath.max(0, wanted - cash) : 0;
        }
        return needed;
    }

    /** Quote units below which an adjustment is left alone. */
    private double least(double equity) {
        return StrictMath.max(spec.minTradeQuote(), DUST * equity);
    }

    /** Quote units by which each sleeve is to grow, if it may owe a loan; 0 where that is too little. */
    private double[] changes(MarketView market, Seat seat, double[] weights, double loan) {
        List<RoleSpec.Sleeve> sleeves = spec.sleeves();
        double equity = market.holdings(seat.participant()).equityAtVenues();
        double least = least(equity);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double allotted = allotted(seat, equity);
        double most = 1 + (allotted > 0 ? loan / allotted : 0);
        double perWeight = allotted * most / StrictMath.max(most, sum);
        double[] changes = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double change = weights[i] * perWeight - worth(market, seat, sleeves.get(i));
            changes[i] = StrictMath.abs(change) >= least ? change : 0;
        }
        return changes;
    }

    /** Trades on one chain, where some cash is due to others; returns the cash it will have left over or, negative, lacks. */
    private double trade(MarketView market, Gateway gateway, Seat seat, int chain, double[] changes, double due) {
        if (market.dealings(seat.participant()).pending(chain) > 0) {
            return 0;
        }
        double cash = Gas.spendable(market, seat.participant(), chain, quote) - due;
        double proceeds = 0;
        double wanted = 0;
        for (int i = 0; i < changes.length; i++) {
            if (spec.sleeves().get(i).chain() == chain) {
                proceeds += sell(market, gateway, seat, i, -changes[i]);
                wanted += StrictMath.max(0, changes[i]);
            }
        }
        double share = wanted > cash ? StrictMath.max(0, cash) / wanted : 1;
        for (int i = 0; i < changes.length; i++) {
            if (spec.sleeves().get(i).chain() == chain) {
                buy(market, gateway, i, changes[i] * share);
            }
        }
        return cash + proceeds - wanted;
    }

    /** Sells for {@code worth} quote units at the mark; returns the least proceeds. */
    private double sell(MarketView market, Gateway gateway, Seat seat, int index, double worth) {
        RoleSpec.Sleeve sleeve = spec.sleeves().get(index);
        double mark = market.prices().atVenues(sleeve.asset());
        if (worth <= 0 || !(mark > 0)) {
            return 0;
        }
        double bearable = market.offered(sleeve.pool(), Quoting.class).inForDrop(sleeve.asset(), spec.maxSlippage());
        double spendable = spendable(market, seat, sleeve);
        double base = StrictMath.min(worth / mark, StrictMath.min(bearable, spendable));
        boolean sent = Taker.sell(market, gateway, sleeve.pool(), base, spec.maxSlippage(), 0);
        return sent
                ? (1 - spec.maxSlippage())
                        * market.offered(sleeve.pool(), Quoting.class).out(sleeve.asset(), base)
                : 0;
    }

    /** What of a sleeve can be sold: where it lends, more of the gas asset is kept. */
    private double spendable(MarketView market, Seat seat, RoleSpec.Sleeve sleeve) {
        return lending.filter(place -> place.chain() == sleeve.chain())
                .map(place -> place.supplyable(market, seat, sleeve.asset()))
                .orElseGet(() -> Gas.spendable(market, seat.participant(), sleeve.chain(), sleeve.asset()));
    }

    private void buy(MarketView market, Gateway gateway, int index, double quoteAmount) {
        RoleSpec.Sleeve sleeve = spec.sleeves().get(index);
        double bearable = market.offered(sleeve.pool(), Quoting.class).inForDrop(quote, spec.maxSlippage());
        if (quoteAmount > 0 && quoteAmount >= spec.minTradeQuote()) {
            double paid = StrictMath.min(quoteAmount, bearable);
            Taker.buy(market, gateway, sleeve.pool(), paid, spec.maxSlippage(), 0);
        }
    }

    private void bridgeToPoorest(MarketView market, Gateway gateway, Seat seat, double[] spare) {
        int poorest = 0;
        int richest = 0;
        for (int i = 1; i < spare.length; i++) {
            poorest = spare[i] < spare[poorest] ? i : poorest;
            richest = spare[i] > spare[richest] ? i : richest;
        }
        double amount = StrictMath.min(-spare[poorest], spare[richest]);
        if (amount > spec.minTradeQuote()
                && bridging.move(market, gateway, chains[richest], chains[poorest], quote, amount)) {
            seat.registers()[0] = chains[richest] + 1L;
        }
    }
}
