package catallaxy.scenarios.bench;

import catallaxy.environment.market.book.OrderBookWorkload;

/** Traffic of an order book as a workload; each round begins with a copy of the filled book. */
record BookTraffic(OrderBookWorkload traffic) implements Workload {
    @Override
    public void prepare() {
        traffic.prepare();
    }

    @Override
    public long run(int operations) {
        return traffic.run(operations);
    }
}
