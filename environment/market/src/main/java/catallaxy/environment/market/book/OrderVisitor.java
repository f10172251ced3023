package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;

/** Receives resting orders, one call each. */
@FunctionalInterface
public interface OrderVisitor {
    void visit(long orderId, int owner, Side side, long priceTicks, long lots);
}
