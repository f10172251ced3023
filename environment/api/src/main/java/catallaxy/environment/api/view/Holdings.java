package catallaxy.environment.api.view;

import catallaxy.environment.base.number.UInt256;

/** What a participant owns at present. */
public interface Holdings {
    /** Number of the participant's account at a place, by which the venues there know it. */
    int account(int place);

    /** Free base units at a place: without what open orders hold and what is on its way. */
    UInt256 balance(int place, int asset);

    /** Free whole units at a place. */
    double free(int place, int asset);

    /** Whole units everywhere: free, held by open orders, and on their way. */
    double total(int asset);

    /** Whether a bridge transfer, deposit or withdrawal of the asset is on its way. */
    boolean inTransit(int asset);

    /** Liquidity shares in a pool, base units. */
    UInt256 shares(int venue);

    /**
     * Whole units in {@link catallaxy.environment.api.venue.Claims claims} on venues less what is owed to them, where the prices of the
     * world hold; negative where more is owed.
     */
    double claimed(int asset);

    /** Worth of everything at the world's prices, which nobody in the market moves; quote units. */
    double equity();

    /** Worth of everything at the prices that venues show, which a trade moves; quote units. */
    double equityAtVenues();
}
