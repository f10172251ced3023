package catallaxy.environment.market.arbitrage;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Piece;
import java.util.Iterator;

/**
 * A way to turn an asset at a place into another, or into the same elsewhere: an edge of the graph whose cycles are arbitrage. What it
 * gives never rises faster than what is put in. Quantities are whole units as {@code double} to decide, base units to settle; both
 * after all fees but gas. A view of the present state, valid as long as its market.
 */
public interface Conversion {
    /** What is put in. */
    AssetAt from();

    /** What comes out. */
    AssetAt to();

    /** Name of what carries it out: a venue, a bridge. No cycle uses one twice. */
    String by();

    /** What the first, infinitely small unit gives; 0 or NaN where nothing is to be had. */
    double rate();

    /** What an input gives. */
    double out(double in);

    /** The input after which one more unit gives {@code rate} units; 0 if the first gives less. */
    double inTo(double rate);

    /** What an input of base units gives, rounded as it is settled; zero where it would be refused. */
    UInt256 outUnits(UInt256 in);

    /** The pieces of its curve; without any where it moves otherwise. */
    Iterator<Piece> pieces();

    /** Time from the moment when it is carried out to the moment when the output can be used, nanoseconds; 0 for both at once. */
    long delayNanos();

    /** Whether the conversions before and after it at one place can be one transaction with it, which happens whole or not at all. */
    boolean isAtomic();

    /** What it costs besides, quote units: gas and data of a call. */
    double gasQuote();
}
