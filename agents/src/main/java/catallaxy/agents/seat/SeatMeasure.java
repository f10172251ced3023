package catallaxy.agents.seat;

import catallaxy.evolution.fitness.Objective;
import java.util.function.ToDoubleFunction;

/** One of a seat's {@link SeatFigures}, by which policies are judged or told apart. */
public enum SeatMeasure {
    PROFIT(Objective.maximised("profit"), SeatFigures::profit),
    TRADING(Objective.maximised("trading"), SeatFigures::trading),
    RISK(Objective.minimised("risk"), SeatFigures::risk),
    DRAWDOWN(Objective.minimised("drawdown"), SeatFigures::drawdown),
    COST(Objective.minimised("cost"), SeatFigures::cost),
    TURNOVER(Objective.minimised("turnover"), SeatFigures::turnover),
    INVENTORY(Objective.minimised("inventory"), SeatFigures::inventory),
    HOLDING_HOURS(Objective.minimised("holding-hours"), SeatFigures::holdingHours),
    ADVERSE_BPS(Objective.minimised("adverse-bps"), SeatFigures::adverseBps);

    private final Objective objective;
    private final ToDoubleFunction<SeatFigures> value;

    SeatMeasure(Objective objective, ToDoubleFunction<SeatFigures> value) {
        this.objective = objective;
        this.value = value;
    }

    /** It as an objective: the first two are better the more there is of them, the others the less. */
    public Objective objective() {
        return objective;
    }

    /** Its value in a run. */
    public double of(SeatFigures figures) {
        return value.applyAsDouble(figures);
    }
}
