package catallaxy.environment.market.role;

import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;

/** What a learner sees of a risk manager's seat. */
final class SupervisorFeatures {
    private static final double TEN_BPS = 1_000;
    private static final Quantity TREND = new Quantity("trend");

    private SupervisorFeatures() {}

    static void list(ObservationSpec observed, LearnerFeatures all) {
        for (Subject.Agent agent : ObservedIndices.subjects(observed, Quantity.EQUITY, Subject.Agent.class)) {
            agent(observed, agent, all);
        }
        ObservedIndices equities = ObservedIndices.of(observed, Quantity.EQUITY, Subject.Agent.class::isInstance);
        LearnerFeatures.Returns together = all.returns(equities::sum);
        all.add("volatility_regime", together::regime);
    }

    private static void agent(ObservationSpec observed, Subject.Agent agent, LearnerFeatures all) {
        int equity = observed.index(Quantity.EQUITY.of(agent));
        int scale = observed.index(Quantity.SCALE.of(agent));
        int drawdown = observed.index(Quantity.DRAWDOWN.of(agent));
        all.add(Quantity.SCALE.of(agent), now -> now.value(scale));
        all.add(Quantity.DRAWDOWN.of(agent), now -> now.value(drawdown) * 20);
        var last = all.departure(1, now -> now.value(equity));
        var hour = all.departure(60, now -> now.value(equity));
        all.add(agent.named("return"), now -> last.applyAsDouble(now) * TEN_BPS);
        all.add(TREND.of(agent), now -> hour.applyAsDouble(now) * 100);
        LearnerFeatures.Returns returns = all.returns(now -> now.value(equity));
        all.add(Quantity.VOLATILITY.of(agent), now -> returns.deviation(now) * TEN_BPS);
        all.add(agent.named("value_at_risk"), now -> returns.valueAtRisk(now) * TEN_BPS);
        all.add(agent.named("expected_shortfall"), now -> returns.expectedShortfall(now) * TEN_BPS);
    }
}
