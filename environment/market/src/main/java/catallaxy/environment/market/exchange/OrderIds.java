package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.book.OrderVisitor;
import java.util.Arrays;

/** Collects the ids of the orders that it visits, in their order. */
final class OrderIds implements OrderVisitor {
    private long[] ids = new long[16];
    private int count;

    @Override
    public void visit(long orderId, int owner, Side side, long priceTicks, long lots) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = orderId;
    }

    int count() {
        return count;
    }

    long get(int index) {
        return ids[index];
    }
}
