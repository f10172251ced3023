package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.FeeControl;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.adaptive.SetPoolFee;
import catallaxy.environment.market.venue.adaptive.SteeredFee;

/** The fee of a pool of a manager, as its controller sees it. */
record V4FeeControl(int venue, UniswapV4Contract contract, Ledger ledger) implements FeeControl {
    private SteeredFee fee() {
        return contract.steered(venue).orElseThrow();
    }

    @Override
    public String controller() {
        return fee().controller();
    }

    @Override
    public int feePips() {
        return fee().feePips(true, 0);
    }

    @Override
    public int lowestPips() {
        return fee().bounds().lowPips();
    }

    @Override
    public int highestPips() {
        return fee().bounds().highPips();
    }

    @Override
    public Flow flow() {
        SteeredFee.Flow flow = fee().flow();
        V4PoolKey key = contract.key(venue);
        return new Flow(
                ledger.toWhole(key.currency0(), flow.baseIn()),
                ledger.toWhole(key.currency0(), flow.baseOut()),
                ledger.toWhole(key.currency1(), flow.quoteIn()),
                ledger.toWhole(key.currency1(), flow.quoteOut()));
    }

    @Override
    public Call setFee(int pips) {
        return new SetPoolFee(venue, pips);
    }
}
