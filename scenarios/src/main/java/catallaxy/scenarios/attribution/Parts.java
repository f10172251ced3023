package catallaxy.scenarios.attribution;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** What each cause brought an agent so far, exact decimals of the quote asset. Owned by one thread. */
public final class Parts {
    /** Decimals of published amounts: a billionth of the quote asset. */
    public static final int DECIMALS = 9;

    private static final double BILLIONTH = 1e-9;
    private static final double ROUNDING = 1e-12;

    private final EnumMap<Part, BigDecimal> amounts;

    /** Nothing of any cause. */
    Parts() {
        amounts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            amounts.put(part, BigDecimal.ZERO);
        }
    }

    private Parts(Map<Part, BigDecimal> amounts) {
        this.amounts = new EnumMap<>(amounts);
    }

    /** Adds to a cause; where nothing is added, its amount remains the same object. */
    void add(Part part, BigDecimal amount) {
        if (amount.signum() != 0) {
            amounts.merge(part, amount, BigDecimal::add);
        }
    }

    /** Takes an amount from one cause and gives it to another. */
    void move(Part from, Part to, BigDecimal amount) {
        add(from, amount.negate());
        add(to, amount);
    }

    /** Takes all of another's amounts away. */
    void takeBack(Parts other) {
        other.amounts.forEach((part, amount) -> add(part, amount.negate()));
    }

    /** The amount of a cause, exact. */
    public BigDecimal of(Part part) {
        return amounts.getOrDefault(part, BigDecimal.ZERO);
    }

    /** The sum of all causes, exact. */
    public BigDecimal total() {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Whether they sum to a profit, but for what rounding of doubles explains.
     *
     * @param profit   difference of two equities
     * @param equities the sum of both
     */
    public boolean explain(double profit, double equities) {
        return !(Math.abs(total().doubleValue() - profit) > BILLIONTH + ROUNDING * Math.abs(equities));
    }

    /** Independent parts of the same amounts. */
    Parts copy() {
        return new Parts(amounts);
    }
}
