package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;

/** Receives resting orders, one call each. */
@FunctionalInterface
public interface OrderVisitor {
    /** Is given one resting order: its limit price in ticks and its open lots. The book must not change meanwhile. */
    void visit(long orderId, int owner, Side side, long priceTicks, long lots);
}
