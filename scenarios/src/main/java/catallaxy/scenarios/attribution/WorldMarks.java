package catallaxy.scenarios.attribution;

import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.Marks;
import catallaxy.environment.market.world.PriceSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The prices at which equity is valued, {@link Marks#WORLD}, as the decimals that they are printed as. Those of the world are
 * known from its events, so that within a step of it the marks before are still there; others are looked up.
 */
final class WorldMarks {
    private MarketEngine engine;
    /** {@code [assets]}: whether the world prices it. */
    private final boolean[] ofWorld;

    private final double[] prices;
    private final @Nullable BigDecimal[] decimals;
    private int lastOfStep = -1;

    WorldMarks(MarketEngine engine) {
        this.engine = engine;
        int assets = engine.spec().assets().size();
        this.ofWorld = new boolean[assets];
        this.prices = new double[assets];
        this.decimals = new BigDecimal[assets];
        List<String> known =
                engine.world().spec().assets().stream().map(PriceSpec::asset).toList();
        for (int asset = 0; asset < assets; asset++) {
            if (known.contains(engine.spec().assets().get(asset).symbol())) {
                ofWorld[asset] = asset != engine.spec().quoteAsset();
                lastOfStep = asset;
            }
            prices[asset] = Marks.WORLD.price(engine, asset);
        }
    }

    void moveTo(MarketEngine other) {
        engine = other;
    }

    /** The world moved a price; true if that was the last one of its step. */
    boolean moved(int asset, double price) {
        if (ofWorld[asset]) {
            set(asset, price);
        }
        return asset == lastOfStep;
    }

    private void set(int asset, double price) {
        if (prices[asset] != price) {
            prices[asset] = price;
            decimals[asset] = null;
        }
    }

    /** Quote units per whole unit; 0 where there is no price. */
    double price(int asset) {
        if (!ofWorld[asset]) {
            set(asset, Marks.WORLD.price(engine, asset));
        }
        return Double.isFinite(prices[asset]) ? prices[asset] : 0;
    }

    /** The same, exact. */
    BigDecimal of(int asset) {
        double price = price(asset);
        if (decimals[asset] == null) {
            decimals[asset] = BigDecimal.valueOf(price);
        }
        return Objects.requireNonNull(decimals[asset]);
    }
}
