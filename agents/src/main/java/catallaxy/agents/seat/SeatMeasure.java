package catallaxy.agents.seat;

import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objective.Goal;
import java.util.Locale;

/** One of a seat's {@link SeatFigures}, by which policies are judged or told apart. */
public enum SeatMeasure {
    PROFIT(Goal.MAXIMISE),
    TRADING(Goal.MAXIMISE),
    RISK(Goal.MINIMISE),
    DRAWDOWN(Goal.MINIMISE),
    COST(Goal.MINIMISE),
    TURNOVER(Goal.MINIMISE),
    INVENTORY(Goal.MINIMISE),
    HOLDING_HOURS(Goal.MINIMISE),
    ADVERSE_BPS(Goal.MINIMISE);

    private final Goal goal;

    SeatMeasure(Goal goal) {
        this.goal = goal;
    }

    /** It as an objective: profit and trading are better the more there is of them, the others the less. */
    public Objective objective() {
        return new Objective(name().toLowerCase(Locale.ROOT).replace('_', '-'), goal);
    }

    /** Its value in a run. */
    public double of(SeatFigures figures) {
        return switch (this) {
            case PROFIT -> figures.profit();
            case TRADING -> figures.trading();
            case RISK -> figures.risk();
            case DRAWDOWN -> figures.drawdown();
            case COST -> figures.cost();
            case TURNOVER -> figures.turnover();
            case INVENTORY -> figures.inventory();
            case HOLDING_HOURS -> figures.holdingHours();
            case ADVERSE_BPS -> figures.adverseBps();
        };
    }
}
