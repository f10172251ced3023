package catallaxy.scenarios.file.value;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of an asset.
 *
 * @param number   exact, not negative; whole units of the asset, or of the quote asset where {@code byWorth}
 * @param byWorth  whether the number is the worth at the world's first price
 */
public record AssetAmount(BigDecimal number, boolean byWorth) {
    static final AssetAmount NONE = new AssetAmount(BigDecimal.ZERO, false);
    private static final String WORTH = "worth ";

    /** {@code 12.5} or {@code worth 30000}; empty for other text and negative numbers. */
    static Optional<AssetAmount> parse(String text) {
        boolean byWorth = text.startsWith(WORTH);
        String number = byWorth ? text.substring(WORTH.length()).strip() : text;
        return Decimals.parse(number)
                .filter(parsed -> parsed.signum() >= 0)
                .map(parsed -> new AssetAmount(parsed, byWorth));
    }

    String render() {
        String plain = Decimals.render(number);
        return byWorth ? '"' + WORTH + plain + '"' : plain;
    }
}
