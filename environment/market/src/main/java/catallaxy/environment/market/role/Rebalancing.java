package catallaxy.environment.market.role;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.Taker;
import java.util.List;

/**
 * Trades a portfolio towards target weights, chain by chain: the sales, and the purchases that the chain's present cash
 * can pay; what its sales bring is spent at the next epoch. If a chain lacks cash even so, it is bridged from the
 * chain that has most to spare. Weights that add up to more than 1 are scaled down to 1. No trade moves its pool's price by
 * more than the seat's slippage; what is left to do is done at later epochs, when others have brought the price back.
 */
final class Rebalancing {
    /** Adjustments below this share of the equity are left alone. */
    private static final double DUST = 1e-6;

    private final RoleSpec.Portfolio spec;
    private final int[] chains;
    private final int quote;
    private final Bridging bridging;

    Rebalancing(EngineSpec engine, RoleSpec.Portfolio spec, int[] chains) {
        this.spec = spec;
        this.chains = chains;
        this.quote = engine.quoteAsset();
        this.bridging = new Bridging(engine, spec.bridges());
    }

    /** Equity that the weights are shares of: all of it times the scale; of a halted seat, all. */
    static double allotted(Seat seat, double equity) {
        return seat.halted() ? equity : equity * seat.scale();
    }

    /** Worth of a sleeve, quote units. */
    static double worth(MarketView market, Seat seat, RoleSpec.Sleeve sleeve) {
        return market.holdings(seat.participant()).free(sleeve.chain(), sleeve.asset())
                * market.prices().atVenues(sleeve.asset());
    }

    void act(MarketView market, Gateway gateway, Seat seat, double[] weights) {
        boolean departing = isDeparting(market, seat);
        double[] changes = changes(market, seat, weights);
        double[] spare = new double[chains.length];
        for (int i = 0; i < chains.length; i++) {
            spare[i] = trade(market, gateway, seat, chains[i], changes);
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

    /** Quote units by which each sleeve is to grow; 0 where that is too little. */
    private double[] changes(MarketView market, Seat seat, double[] weights) {
        List<RoleSpec.Sleeve> sleeves = spec.sleeves();
        double equity = market.holdings(seat.participant()).equityAtVenues();
        double least = StrictMath.max(spec.minTradeQuote(), DUST * equity);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double perWeight = allotted(seat, equity) / StrictMath.max(1, sum);
        double[] changes = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double change = weights[i] * perWeight - worth(market, seat, sleeves.get(i));
            changes[i] = StrictMath.abs(change) >= least ? change : 0;
        }
        return changes;
    }

    /** Trades on one chain; returns the cash it will have left over or, negative, lacks. */
    private double trade(MarketView market, Gateway gateway, Seat seat, int chain, double[] changes) {
        if (market.dealings(seat.participant()).pending(chain) > 0) {
            return 0;
        }
        double cash = Gas.spendable(market, seat.participant(), chain, quote);
        double proceeds = 0;
        double wanted = 0;
        for (int i = 0; i < changes.length; i++) {
            if (spec.sleeves().get(i).chain() == chain) {
                proceeds += sell(market, gateway, seat, i, -changes[i]);
                wanted += StrictMath.max(0, changes[i]);
            }
        }
        double share = wanted > cash ? cash / wanted : 1;
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
        double spendable = Gas.spendable(market, seat.participant(), sleeve.chain(), sleeve.asset());
        double base = StrictMath.min(worth / mark, StrictMath.min(bearable, spendable));
        boolean sent = Taker.sell(market, gateway, sleeve.pool(), base, spec.maxSlippage(), 0);
        return sent
                ? (1 - spec.maxSlippage())
                        * market.offered(sleeve.pool(), Quoting.class).out(sleeve.asset(), base)
                : 0;
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
