package catallaxy.environment.market.search;

import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.api.PublicTransaction;
import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.view.ChainView;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.trading.Gas;
import java.util.List;

/**
 * What a searcher sees when it looks at a chain.
 *
 * @param market  as it is now
 * @param chain   at which it looks
 * @param mempool of the chain
 * @param random  its own stream
 */
record SearchSight(
        MarketView market,
        SearchersSpec spec,
        int participant,
        int chain,
        List<PublicTransaction> mempool,
        RandomStream random) {
    private ChainView view() {
        return market.chain(chain);
    }

    /** A transaction of its own that can pay twice the base fee and tips nothing, as its bundle bids. */
    BundleItem own(Call call) {
        return new BundleItem.Own(call, MarketCommand.ENOUGH_GAS, 2 * view().baseFeeWei(), 0);
    }

    BundleTrial tried(List<BundleItem> items) {
        return view().simulate(participant, items);
    }

    /** What a bundle gains after gas, each asset at what it is worth; quote units. */
    double gainQuote(BundleTrial trial) {
        double gain = 0;
        for (int asset = 0; asset < market.map().assets().size(); asset++) {
            double change = trial.change(asset);
            if (change != 0) {
                double units =
                        StrictMath.pow(10, market.map().assets().get(asset).decimals());
                gain += change / units * market.prices().worth(asset);
            }
        }
        return gain;
    }

    /** Whole units of an asset that it may put into a bundle. */
    double spendable(int asset) {
        return Gas.spendable(market, participant, chain, asset);
    }

    /** Whether a transaction is its sender's next. */
    boolean isNext(PublicTransaction each) {
        return market.dealings(each.participant()).nonce(chain)
                == each.transaction().nonce();
    }
}
