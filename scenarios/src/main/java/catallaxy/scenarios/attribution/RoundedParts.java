package catallaxy.scenarios.attribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * An agent's parts as they are published: to {@link Parts#DECIMALS} decimals, half to even, but the inventory's, which is what the
 * others leave of the whole and so takes what rounding leaves over. An amount that is the same object as the last time is not
 * rounded anew. Owned by one thread.
 */
public final class RoundedParts {
    private final Map<Part, BigDecimal> exact = new EnumMap<>(Part.class);
    private final Map<Part, BigDecimal> rounded = new EnumMap<>(Part.class);

    /** The rounding of nothing. */
    public RoundedParts() {
        for (Part part : Part.values()) {
            exact.put(part, BigDecimal.ZERO);
            rounded.put(part, BigDecimal.ZERO);
        }
    }

    /**
     * Takes over the amounts of now.
     *
     * @param whole what they shall sum to
     */
    public void round(Parts parts, BigDecimal whole) {
        BigDecimal rest = whole;
        for (Part part : Part.values()) {
            if (part != Part.INVENTORY) {
                rest = rest.subtract(rounded(part, parts.of(part)));
            }
        }
        rounded.put(Part.INVENTORY, stripped(rest));
    }

    @SuppressWarnings("ReferenceEquality") // an amount that did not change is the same object
    private BigDecimal rounded(Part part, BigDecimal amount) {
        if (amount != exact.get(part)) {
            exact.put(part, amount);
            rounded.put(part, stripped(amount.setScale(Parts.DECIMALS, RoundingMode.HALF_EVEN)));
        }
        return of(part);
    }

    /** The amount of a cause, without zeros at its end and without an exponent. */
    public BigDecimal of(Part part) {
        return Objects.requireNonNull(rounded.get(part));
    }

    private static BigDecimal stripped(BigDecimal amount) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
