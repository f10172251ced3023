package catallaxy.environment.api.view;

/** Prices at present. Of a venue they are whole quote units per whole base unit, of an asset quote units per whole unit. */
public interface Prices {
    /** A book's mid-price, what a contract quotes; where there is none, what its assets were last worth elsewhere; NaN of one that exchanges none. */
    double of(int venue);

    /** Price at which a unit could be sold now: NaN on an empty book; on a chain the price less the fee. */
    double bid(int venue);

    /** Price at which a unit could be bought now: NaN on an empty book; on a chain the price plus the fee. */
    double ask(int venue);

    /** What a taker pays, as a fraction; NaN at a venue that quotes nothing. */
    double feeRate(int venue);

    /** What was traded on a venue since the start, each trade once, quote units at the prices of their moments. */
    double turnover(int venue);

    /** Price of an asset as venues show it: that of its book against the quote asset, else of a contract, else the last one known. */
    double atVenues(int asset);

    /** The world's price of an asset, which nobody in the market moves; 1 for the quote asset, 0 for one the world does not know. */
    double inWorld(int asset);

    /** The price at which equity counts an asset: the world's; what venues show of one that the world does not know. */
    double worth(int asset);
}
