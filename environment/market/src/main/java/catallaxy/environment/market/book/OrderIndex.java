package catallaxy.environment.market.book;

/**
 * Where each order id rests: an open-addressing hash table of order slots.
 *
 * <p>The table holds slots, {@link Orders#NONE} meaning empty, and reads ids from {@link Orders}, so an entry is four
 * bytes and the table at most a quarter full. Removal closes the gap, so there are no tombstones. Nothing iterates over it, hence probe
 * order cannot reach a result.
 */
final class OrderIndex {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private int[] table;
    private int shift;
    private int size;

    OrderIndex(int capacity) {
        allocate(Integer.highestOneBit(Math.max(4, capacity)) * 4);
    }

    private OrderIndex(OrderIndex source) {
        table = source.table.clone();
        shift = source.shift;
        size = source.size;
    }

    OrderIndex copy() {
        return new OrderIndex(this);
    }

    /** The slot of the order with this id, or {@link Orders#NONE}. */
    int find(long id, Orders orders) {
        int[] slots = table;
        int mask = slots.length - 1;
        for (int i = home(id); ; i = (i + 1) & mask) {
            int order = slots[i];
            if (order == Orders.NONE || orders.id(order) == id) {
                return order;
            }
        }
    }

    /** Adds an order whose id is not in the table. */
    void add(int order, Orders orders) {
        if (++size * 4 > table.length) {
            grow(orders);
        }
        insert(order, orders);
    }

    void remove(int order, Orders orders) {
        int mask = table.length - 1;
        int hole = home(orders.id(order));
        while (table[hole] != order) {
            hole = (hole + 1) & mask;
        }
        for (int i = (hole + 1) & mask; table[i] != Orders.NONE; i = (i + 1) & mask) {
            int distance = (i - home(orders.id(table[i]))) & mask;
            if (distance >= ((i - hole) & mask)) {
                table[hole] = table[i];
                hole = i;
            }
        }
        table[hole] = Orders.NONE;
        size--;
    }

    private void insert(int order, Orders orders) {
        int mask = table.length - 1;
        int i = home(orders.id(order));
        while (table[i] != Orders.NONE) {
            i = (i + 1) & mask;
        }
        table[i] = order;
    }

    private void grow(Orders orders) {
        int[] old = table;
        allocate(Math.multiplyExact(old.length, 2));
        for (int entry : old) {
            if (entry != Orders.NONE) {
                insert(entry, orders);
            }
        }
    }

    private void allocate(int length) {
        table = new int[length];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(length);
    }

    private int home(long id) {
        return (int) (((id ^ (id >>> 32)) * GOLDEN) >>> shift);
    }
}
