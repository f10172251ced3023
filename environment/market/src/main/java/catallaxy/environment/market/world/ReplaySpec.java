package catallaxy.environment.market.world;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.world.candle.CandleSeries;

/** An asset whose price is replayed from candles; regimes do not move it, scripted shocks do. */
public record ReplaySpec(String asset, CandleSeries candles, CandlePath path) implements PriceSpec {
    public ReplaySpec {
        Checks.that(!asset.isBlank(), "asset", "a name", "nothing");
    }
}
