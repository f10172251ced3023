package catallaxy.scenarios.attribution;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * One agent's account: what it owns as its trace says, in exact whole units, and what each cause has brought it. What
 * holdings gained from moves of the marks is known when they are revalued: their worth now less their worth then and that of the
 * flows between, each at its moment, which gives the same sum as revaluing them at every move.
 */
final class AgentProfit {
    private final WorldMarks marks;
    private final BigDecimal[] owned;
    private final Parts parts = new Parts();
    /** Of all that was owned when it was revalued last. */
    private BigDecimal worth = BigDecimal.ZERO;
    /** Worth of what was received since then. */
    private BigDecimal flows = BigDecimal.ZERO;

    AgentProfit(WorldMarks marks, int assets) {
        this.marks = marks;
        this.owned = new BigDecimal[assets];
        Arrays.fill(owned, BigDecimal.ZERO);
    }

    /** What it owns of an asset before anything happens. */
    void open(int asset, BigDecimal quantity) {
        owned[asset] = quantity.stripTrailingZeros();
        worth = worth.add(quantity.multiply(marks.of(asset)));
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
        owned[asset] = owned[asset].add(quantity);
        BigDecimal received = quantity.multiply(marks.of(asset));
        flows = flows.add(received);
        return received;
    }

    /** Receives a quantity for a cause. */
    void receive(int asset, BigDecimal quantity, Part cause) {
        if (quantity.signum() != 0) {
            parts.add(cause, receive(asset, quantity));
        }
    }

    /** Owns from now on what it actually does, {@code [assets]}; the difference has a cause. */
    void takeOver(BigDecimal[] actual, Part cause) {
        for (int asset = 0; asset < actual.length; asset++) {
            receive(asset, actual[asset].subtract(owned[asset]), cause);
        }
    }

    /** Brings all that it owns to the marks of the moment. */
    void revalue() {
        BigDecimal now = BigDecimal.ZERO;
        for (int asset = 0; asset < owned.length; asset++) {
            if (owned[asset].signum() != 0) {
                now = now.add(owned[asset].multiply(marks.of(asset)));
            }
        }
        parts.add(Part.INVENTORY, now.subtract(worth).subtract(flows));
        worth = now;
        flows = BigDecimal.ZERO;
    }
}
