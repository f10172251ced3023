package catallaxy.environment.market.role;

import catallaxy.environment.api.venue.Liquidity;

/**
 * What became of a seat's shares in one pool, counted at its epochs in slots of its memory.
 *
 * <p>With {@code w(p)} the worth of one share where the pair's price is p, once the pool's price is p too, {@code x(p) = w'(p)} its base
 * and n the shares that were held from one epoch to the next:
 *
 * <pre>
 *   fees earned       Σ n (w⁺(p) − w(p))                        what swaps added to a share, at the price of before
 *   over rebalancing  Σ n (w⁺(p⁺) − w(p) − x(p) (p⁺ − p))       over a portfolio that holds x(p) outside the pool
 *   over holding      n w(p) − (what the shares were when deposited) p, and what was so gained with those that were given back
 * </pre>
 *
 * <p>Fees are exact: no deposit or withdrawal changes w but by its rounding. Milionis, Moallemi, Roughgarden and Zhang 2022,
 * https://arxiv.org/abs/2208.06046: over rebalancing is fees less the loss versus rebalancing, whose expected rate is
 * {@code σ² p² |x'(p)| / 2}. Shares that came or went within an epoch count from the next one on.
 */
final class PoolAccount {
    static final int SLOTS = EwmaVariance.SLOTS + EwmaRate.SLOTS + 11;

    private static final int VARIANCE = 0;
    private static final int YIELD = VARIANCE + EwmaVariance.SLOTS;
    private static final int PRICE = YIELD + EwmaRate.SLOTS;
    private static final int WORTH = PRICE + 1;
    private static final int BASE = PRICE + 2;
    private static final int SHARES = PRICE + 3;
    private static final int HELD_BASE = PRICE + 4;
    private static final int HELD_QUOTE = PRICE + 5;
    private static final int FEES = PRICE + 6;
    private static final int OVER_REBALANCING = PRICE + 7;
    private static final int CLOSED = PRICE + 8;
    private static final int TURNOVER = PRICE + 9;
    private static final int VOLUME = PRICE + 10;

    private static final double NUDGE = 1e-4;

    private final double[] memory;
    private final int at;

    /** The account of the pool of this position among those of the seat. */
    PoolAccount(Seat seat, int index) {
        memory = seat.memory();
        at = index * SLOTS;
    }

    /** Begins at the price of the pair, with what was traded in the pool so far. */
    void open(Liquidity pool, double price, double turnover) {
        EwmaVariance.open(memory, at + VARIANCE, logarithm(price));
        mark(pool, price);
        memory[at + TURNOVER] = turnover;
    }

    /**
     * Moves on to the present.
     *
     * @param price    of the pair
     * @param shares   that the seat has now
     * @param turnover that the pool has had since the start, quote units
     * @param seconds  since the epoch before
     */
    void advance(Liquidity pool, double price, double shares, double turnover, double seconds, double halfLife) {
        double before = memory[at + PRICE];
        double worthBefore = memory[at + WORTH];
        double kept = StrictMath.min(shares, memory[at + SHARES]);
        double grown = before > 0 && worthBefore > 0 ? worth(pool, before) / worthBefore : 1;
        double worth = worth(pool, price);
        memory[at + FEES] += kept * worthBefore * (grown - 1);
        memory[at + OVER_REBALANCING] += kept * (worth - worthBefore - memory[at + BASE] * (price - before));
        EwmaRate.add(memory, at + YIELD, logarithm(grown), seconds, halfLife);
        EwmaVariance.add(memory, at + VARIANCE, logarithm(price), seconds, halfLife);
        mark(pool, price);
        move(shares);
        memory[at + VOLUME] = turnover - memory[at + TURNOVER];
        memory[at + TURNOVER] = turnover;
    }

    private void mark(Liquidity pool, double price) {
        memory[at + PRICE] = price;
        memory[at + WORTH] = worth(pool, price);
        memory[at + BASE] = price > 0 ? pool.baseAt(price, 1) / total(pool) : 0;
    }

    /** Takes the shares that came to what is held, at the present price; closes the part of it that went. */
    private void move(double shares) {
        double price = memory[at + PRICE];
        double worth = memory[at + WORTH];
        double before = memory[at + SHARES];
        if (shares > before) {
            double base = (shares - before) * memory[at + BASE];
            memory[at + HELD_BASE] += base;
            memory[at + HELD_QUOTE] += (shares - before) * worth - base * price;
        } else if (shares < before) {
            double gone = 1 - shares / before;
            memory[at + CLOSED] += gone * (before * worth - held(price));
            memory[at + HELD_BASE] *= 1 - gone;
            memory[at + HELD_QUOTE] *= 1 - gone;
        }
        memory[at + SHARES] = shares;
    }

    private double held(double price) {
        return memory[at + HELD_BASE] * price + memory[at + HELD_QUOTE];
    }

    private static double worth(Liquidity pool, double price) {
        return price > 0 ? pool.worthAt(price, 1) / total(pool) : 0;
    }

    private static double total(Liquidity pool) {
        return StrictMath.max(1, pool.totalShares().doubleValue());
    }

    private static double logarithm(double value) {
        return value > 0 ? StrictMath.log(value) : 0;
    }

    /** Fees that shares of the seat have earned, quote units. */
    double fees() {
        return memory[at + FEES];
    }

    /** Gain over rebalancing, quote units. */
    double overRebalancing() {
        return memory[at + OVER_REBALANCING];
    }

    /** Gain over holding at the prices of the latest epoch, quote units. */
    double overHolding() {
        double price = memory[at + PRICE];
        return memory[at + CLOSED] + memory[at + SHARES] * memory[at + WORTH] - held(price);
    }

    /** What swaps add to a share, 1/s. */
    double feeYield() {
        return EwmaRate.mean(memory, at + YIELD);
    }

    /** Deviation of the logarithm of the pair's price, 1/√s. */
    double volatility() {
        return EwmaVariance.deviation(memory, at + VARIANCE);
    }

    /** Expected loss versus rebalancing per unit of worth, {@code σ² p² |x'(p)| / 2w}, 1/s; σ²/8 for a constant product. */
    double lossRate(Liquidity pool) {
        double price = memory[at + PRICE];
        double worth = price > 0 ? pool.worthAt(price, 1) : 0;
        if (!(worth > 0)) {
            return 0;
        }
        double fall = pool.baseAt(price * (1 - NUDGE), 1) - pool.baseAt(price * (1 + NUDGE), 1);
        double variance = volatility() * volatility();
        return variance * price * fall / (4 * NUDGE * worth);
    }

    /** Traded in the pool since the epoch before, quote units. */
    double volume() {
        return memory[at + VOLUME];
    }
}
