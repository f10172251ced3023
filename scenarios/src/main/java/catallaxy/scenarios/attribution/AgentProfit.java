package catallaxy.scenarios.attribution;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * One agent's account: what it owns as its trace says, in exact whole units, and what each cause has brought it. Holdings are
 * revalued when they are touched, which gives the same sum as revaluing them at every move of the marks.
 */
final class AgentProfit {
    private final WorldMarks marks;
    private final BigDecimal[] owned;
    private final BigDecimal[] valuedAt;
    private final Parts parts = new Parts();

    AgentProfit(WorldMarks marks, int assets) {
        this.marks = marks;
        this.owned = new BigDecimal[assets];
        this.valuedAt = new BigDecimal[assets];
        Arrays.fill(owned, BigDecimal.ZERO);
        Arrays.fill(valuedAt, BigDecimal.ZERO);
    }

    /** What it owns of an asset before anything happens. */
    void open(int asset, BigDecimal quantity) {
        owned[asset] = quantity;
        valuedAt[asset] = marks.of(asset);
    }

    BigDecimal owned(int asset) {
        return owned[asset];
    }

    int assets() {
        return owned.length;
    }

    Parts parts() {
        return parts;
    }

    /** Receives, or where negative gives away, a quantity at the mark of the moment; returns its worth. */
    BigDecimal receive(int asset, BigDecimal quantity) {
        revalue(asset);
        owned[asset] = owned[asset].add(quantity);
        return quantity.multiply(marks.of(asset));
    }

    /** Receives a quantity for a cause. */
    void receive(int asset, BigDecimal quantity, Part cause) {
        if (quantity.signum() != 0) {
            parts.add(cause, receive(asset, quantity));
        }
    }

    private void revalue(int asset) {
        BigDecimal mark = marks.of(asset);
        if (mark.compareTo(valuedAt[asset]) != 0) {
            parts.add(Part.INVENTORY, owned[asset].multiply(mark.subtract(valuedAt[asset])));
            valuedAt[asset] = mark;
        }
    }

    /** Brings all that it owns to the marks of the moment. */
    void revalue() {
        for (int asset = 0; asset < owned.length; asset++) {
            revalue(asset);
        }
    }
}
