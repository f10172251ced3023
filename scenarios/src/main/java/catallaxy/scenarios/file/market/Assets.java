package catallaxy.scenarios.file.market;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.AssetAmount;
import catallaxy.scenarios.file.value.ValueKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The assets of a scenario, and amounts of them.
 *
 * @param specs       in the order of their indices
 * @param quote       index of the quote asset
 * @param firstPrices of the world by symbol, quote units per whole unit; the quote asset has 1
 */
record Assets(List<AssetSpec> specs, int quote, Map<String, BigDecimal> firstPrices) {
    private static final int MAX_BITS = 112;

    Names names() {
        return new Names("an asset", specs.stream().map(AssetSpec::symbol).toList());
    }

    String symbol(int asset) {
        return specs.get(asset).symbol();
    }

    int decimals(int asset) {
        return specs.get(asset).decimals();
    }

    Optional<BigDecimal> firstPrice(int asset) {
        return asset == quote ? Optional.of(BigDecimal.ONE) : Optional.ofNullable(firstPrices.get(symbol(asset)));
    }

    /** The base units of the amount under a key; an amount by worth is rounded down. */
    UInt256 units(Section section, String key, int asset) {
        return units(section, key, asset, section.get(key, ValueKind.AMOUNT));
    }

    /** The base units of an amount that stands under a key; an amount by worth is rounded down. */
    UInt256 units(Section section, String key, int asset, AssetAmount amount) {
        Optional<BigDecimal> whole = amount.byWorth() ? byWorth(amount.number(), asset) : Optional.of(amount.number());
        if (whole.isEmpty()) {
            section.rejectConsequence();
            return UInt256.ZERO;
        }
        return units(section, key, asset, whole.get().scaleByPowerOfTen(decimals(asset)));
    }

    /** The whole units of an amount; 0 after a mistake. */
    double whole(Section section, AssetAmount amount, int asset) {
        Optional<BigDecimal> whole = amount.byWorth() ? byWorth(amount.number(), asset) : Optional.of(amount.number());
        if (whole.isEmpty()) {
            section.rejectConsequence();
        }
        return whole.orElse(BigDecimal.ZERO).doubleValue();
    }

    /** Worth of a lot of a book at the first prices, units of the quote asset; empty where there is no price. */
    Optional<BigDecimal> lotWorth(VenueSpec.Book book) {
        BigDecimal lot = BigDecimal.valueOf(book.lotUnits(), decimals(book.base()));
        return firstPrice(book.base()).map(lot::multiply);
    }

    private UInt256 units(Section section, String key, int asset, BigDecimal units) {
        if (units.stripTrailingZeros().scale() > 0) {
            section.reject(key, "at most the " + decimals(asset) + " decimals of " + symbol(asset));
            return UInt256.ZERO;
        }
        BigInteger whole = units.toBigInteger();
        if (whole.bitLength() > MAX_BITS) {
            section.reject(key, "less than 2^112 base units of " + symbol(asset));
            return UInt256.ZERO;
        }
        return UInt256.of(whole);
    }

    private Optional<BigDecimal> byWorth(BigDecimal worth, int asset) {
        return firstPrice(asset).map(price -> worth.divide(price, decimals(asset), RoundingMode.DOWN));
    }
}
