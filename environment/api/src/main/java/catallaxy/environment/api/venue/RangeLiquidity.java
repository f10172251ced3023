package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * A venue that takes liquidity between two prices of the provider's choice. Prices are whole quote units for a whole unit of base, and
 * stand on a ladder of ticks, on whose multiples of {@link #tickSpacing} a range begins and ends; quantities are whole units. What an
 * account has in ranges counts as {@link Claims}. A view of the present state, valid as long as its market.
 */
public interface RangeLiquidity {
    /**
     * Liquidity of one account between two ticks.
     *
     * @param account   of the ledger
     * @param lowerTick the lower end of the range
     * @param upperTick the upper end, which the range does not include
     * @param liquidity √(base · quote) of the virtual reserves, base units; 0 where only fees are left
     */
    record Position(int account, int lowerTick, int upperTick, UInt256 liquidity) {
        public Position {
            Checks.present("liquidity", "an amount", liquidity);
        }
    }

    /**
     * Whole units of both assets.
     *
     * @param base  of the base asset
     * @param quote of the quote asset
     */
    record Holding(double base, double quote) {}

    /** Multiples of it are the ticks at which a range may begin and end. */
    int tickSpacing();

    /** Price of a tick. */
    double priceAt(int tick);

    /** The highest tick at which a range may begin that is not above a price, which is positive. */
    int tickAt(double price);

    /** Liquidity in force at the venue's price, as of a {@link Position}. */
    UInt256 liquidity();

    /** The account's positions in the order of their ticks; those without liquidity and fees are left out. */
    List<Position> positions(int account);

    /** What a position's liquidity stands for at the venue's price, without fees. */
    Holding amounts(Position position);

    /** Fees that a position has earned and not been paid, and what was taken out of it and not been paid. */
    Holding uncollected(Position position);

    /**
     * What a position's liquidity stands for once the venue's price is the world's, without fees: of all prices, the one at which it is
     * worth least at the world's prices, and what nobody can raise by a swap.
     *
     * @param basePrice  worth of a whole unit of base
     * @param quotePrice worth of a whole unit of quote
     */
    Holding amountsAt(Position position, double basePrice, double quotePrice);

    /** Worth of {@link #amountsAt} at the world's prices. */
    default double worthAt(Position position, double basePrice, double quotePrice) {
        Holding held = amountsAt(position, basePrice, quotePrice);
        return held.base() * basePrice + held.quote() * quotePrice;
    }

    /** The most liquidity of a range for at most two amounts at the venue's price, base units. */
    UInt256 liquidityFor(int lowerTick, int upperTick, UInt256 base, UInt256 quote);

    /** Puts at most two amounts, and at least two others, in a range of the sender's, or in what there is of it. */
    Call open(int lowerTick, int upperTick, UInt256 base, UInt256 quote, UInt256 leastBase, UInt256 leastQuote);

    /** Takes liquidity out of a position of the sender's, and pays it and the fees out; of the liquidity at least two amounts. */
    Call reduce(Position position, UInt256 liquidity, UInt256 leastBase, UInt256 leastQuote);

    /** Takes all liquidity out of a position of the sender's, and pays it and the fees out. */
    default Call close(Position position, UInt256 leastBase, UInt256 leastQuote) {
        return reduce(position, position.liquidity(), leastBase, leastQuote);
    }

    /** Pays the fees of a position of the sender's out, and leaves its liquidity. */
    Call collect(Position position);
}
