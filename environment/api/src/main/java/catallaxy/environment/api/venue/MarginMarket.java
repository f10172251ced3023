package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Side;

/**
 * A market of an exchange that deals in positions secured by margin: a perpetual, or a future with a date. Its orders are those of the
 * {@link LimitOrderBook} that the venue offers, too. Prices are whole quote units per whole unit of the underlying, quantities whole
 * units of it, amounts whole quote units. A view of the present state, valid as long as its market.
 */
public interface MarginMarket {
    /** A participant's position; negative of a short one. */
    double position(int participant);

    /** Mean price at which a participant's position was opened; {@code NaN} where there is none. */
    double entryPrice(int participant);

    /** What a participant's position has gained since it was opened; all but what happened since the last marking is in its margin. */
    double profit(int participant);

    /** What is set aside for a participant's orders and positions. */
    double margin(int participant);

    /** What stands behind a participant's positions: the margin, and what is free at the exchange where that does, too. */
    double equity(int participant);

    /** Worth of a participant's position at the mark for each quote unit that stands behind it; infinite where nothing does. */
    double leverage(int participant);

    /** The mark at which a participant's position is liquidated, all else being equal; {@code NaN} where there is none. */
    double liquidationPrice(int participant);

    /** The most that a participant could order on a side at a price, beside the orders that it has. */
    double orderable(int participant, Side side, double price);

    /** The price at which positions are settled and margins measured. */
    double mark();

    /** Price of the underlying at the last marking. */
    double index();

    /** What longs paid shorts at the last funding, as a share of a position's worth; negative where shorts paid. */
    double fundingRate();

    /** What longs would pay shorts if funding were paid now. */
    double expectedFundingRate();

    /** When funding is paid next; the greatest {@code long} where it never is. */
    long fundingDueNanos();

    /** When the market ends; the greatest {@code long} where it never does. */
    long expiryNanos();

    /** Quantity of all long positions, which is that of all short ones. */
    double openInterest();

    /** Quantity of all positions that were liquidated so far. */
    double liquidated();

    /** Quantity of all positions that were closed against bankrupt ones so far, on one side. */
    double deleveraged();

    /** What is in the insurance fund. */
    double insurance();
}
