package catallaxy.scenarios.attribution;

import catallaxy.environment.api.venue.Liquidity;

/**
 * Worth of one base unit of a pool's shares at the world's prices, and of what it stands for: the pool's assets once arbitrage
 * has brought the pool to those prices. Quote units and whole units.
 */
record ShareWorth(double worth, double base, double quote, double basePrice, double quotePrice) {
    static ShareWorth of(Liquidity pool, double basePrice, double quotePrice) {
        double shares = pool.totalShares().doubleValue();
        if (!(shares > 0)) {
            return new ShareWorth(0, 0, 0, basePrice, quotePrice);
        }
        double worth = pool.worthAt(basePrice, quotePrice) / shares;
        double base = pool.baseAt(basePrice, quotePrice) / shares;
        return new ShareWorth(worth, base, (worth - base * basePrice) / quotePrice, basePrice, quotePrice);
    }

    /** What a portfolio of the same assets gains until the prices of {@code next}: the one that the share is held against. */
    double rebalancing(ShareWorth next) {
        return base * (next.basePrice - basePrice) + quote * (next.quotePrice - quotePrice);
    }
}
