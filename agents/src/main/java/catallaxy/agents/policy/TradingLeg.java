package catallaxy.agents.policy;

/**
 * One venue as a place to buy or to sell the base asset for the quote asset, fees included, gas not. Costs are convex and
 * proceeds concave in the size. Whole units.
 */
sealed interface TradingLeg permits TradingLeg.Pool, TradingLeg.Book {
    /** Quote units that buying {@code base} costs; infinite beyond what is on offer. */
    double cost(double base);

    /** Quote units that selling {@code base} brings; beyond what is bid for, what that brings. */
    double proceeds(double base);

    /** Base units that can be bought for {@code quote}. */
    double bought(double quote);

    /** The same venue where what selling brings is divided by a number; what buying costs there is without meaning. */
    TradingLeg sellingFor(double divisor);

    /**
     * A constant-product pool.
     *
     * @param x reserve of the base asset
     * @param y reserve of the quote asset
     * @param g 1 − fee; the fee is taken from what goes in
     */
    record Pool(double x, double y, double g) implements TradingLeg {
        @Override
        public double cost(double base) {
            return base < x ? y * base / (g * (x - base)) : Double.POSITIVE_INFINITY;
        }

        @Override
        public double proceeds(double base) {
            return g * base * y / (x + g * base);
        }

        @Override
        public double bought(double quote) {
            return g * quote * x / (y + g * quote);
        }

        @Override
        public Pool sellingFor(double divisor) {
            return new Pool(x, y / divisor, g);
        }

        /** The size at which the next unit bought costs {@code price}: {@code x − √(x y / (g price))}, at least 0. */
        double buyUpTo(double price) {
            return Math.max(0, x - StrictMath.sqrt(x * y / (g * price)));
        }

        /** The size at which the next unit sold brings {@code price}: {@code (√(g x y / price) − x) / g}, at least 0. */
        double sellDownTo(double price) {
            return Math.max(0, (StrictMath.sqrt(g * x * y / price) - x) / g);
        }
    }

    /**
     * The visible levels of an order book.
     *
     * @param bid     {@code [L]} prices, best first; a level with size 0 is absent
     * @param bidSize {@code [L]} base units
     * @param fee     of the taker, fraction of the quote amount
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Book(double[] bid, double[] bidSize, double[] ask, double[] askSize, double fee) implements TradingLeg {
        /** What a unit bought at this level costs. */
        double buyPrice(int level) {
            return ask[level] * (1 + fee);
        }

        /** What a unit sold at this level brings. */
        double sellPrice(int level) {
            return bid[level] * (1 - fee);
        }

        @Override
        public Book sellingFor(double divisor) {
            return new Book(bid, bidSize, ask, askSize, 1 - (1 - fee) / divisor);
        }

        @Override
        public double cost(double base) {
            double rest = base;
            double quote = 0;
            for (int i = 0; i < ask.length && rest > 0; i++) {
                double taken = Math.min(rest, askSize[i]);
                quote += taken > 0 ? taken * buyPrice(i) : 0;
                rest -= taken;
            }
            return rest > 0 ? Double.POSITIVE_INFINITY : quote;
        }

        @Override
        public double proceeds(double base) {
            double rest = base;
            double quote = 0;
            for (int i = 0; i < bid.length && rest > 0; i++) {
                double taken = Math.min(rest, bidSize[i]);
                quote += taken > 0 ? taken * sellPrice(i) : 0;
                rest -= taken;
            }
            return quote;
        }

        @Override
        public double bought(double quote) {
            double rest = quote;
            double base = 0;
            for (int i = 0; i < ask.length && rest > 0; i++) {
                double taken = askSize[i] > 0 ? Math.min(rest / buyPrice(i), askSize[i]) : 0;
                base += taken;
                rest -= taken > 0 ? taken * buyPrice(i) : 0;
            }
            return base;
        }
    }
}
