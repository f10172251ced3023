package catallaxy.agents.seat;

/**
 * What a seat did in one run, by which policies are told apart. Money in quote units, at the world's prices.
 *
 * @param profit           change of equity less what holding what it began with would have changed, penalties included
 * @param trading          what was traded, each trade at the world's price at the end of its epoch
 * @param risk             deviation of the profit: that of its changes from epoch to epoch, times the root of their number
 * @param drawdown         largest fall of the profit from its peak
 * @param cost             fees and gas paid
 * @param turnover         worth of what was traded, in equities a day
 * @param inventory        mean worth of what was held more or less than at the start, in equities
 * @param holdingHours     how long that was held: inventory over turnover (Little's law); 0 where nothing was traded
 * @param adverseBps       how much the world's prices moved against what was traded, over the epoch after it, in basis points of its worth
 */
public record SeatFigures(
        double profit,
        double trading,
        double risk,
        double drawdown,
        double cost,
        double turnover,
        double inventory,
        double holdingHours,
        double adverseBps) {}
