package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import java.util.Arrays;
import java.util.List;

/**
 * Watches other agents' equity and scales them down or halts them.
 *
 * <p>Features, actions and reward terms: {@code docs/roles.md}. It owns nothing and trades nothing of its own.
 */
final class RiskRole implements Role {

    private static final int EQUITY = 0;
    private static final int PEAK = 1;
    private static final int DEEPEST = 2;
    private static final int SLOTS = 3;

    private final RoleSpec.Risk spec;
    private final long durationNanos;
    private final int[] supervised;
    private final SupervisedSeats seats;
    private final Factors<Sight> factors;
    private final ActionSpec actionSpec;

    /** @param names of the supervised agents, in the order of the spec */
    RiskRole(RoleSpec.Risk spec, List<String> names, long durationNanos, SupervisedSeats seats) {
        this(spec, durationNanos, seats, factors(spec, names, durationNanos), actions(names));
    }

    private RiskRole(
            RoleSpec.Risk spec,
            long durationNanos,
            SupervisedSeats seats,
            Factors<Sight> factors,
            ActionSpec actionSpec) {
        this.spec = spec;
        this.durationNanos = durationNanos;
        this.supervised = spec.supervised().stream().mapToInt(Integer::intValue).toArray();
        this.seats = seats;
        this.factors = factors;
        this.actionSpec = actionSpec;
    }

    /** What is looked at for an observation; {@code equity} of the supervised agents, in their order. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Sight(SupervisedSeats seats, MarketView market, Seat seat, double[] equity) implements RoleSight {
        double drawdown(int index) {
            double peak = StrictMath.max(equity[index], seat.memory()[index * SLOTS + PEAK]);
            return peak > 0 ? (peak - equity[index]) / peak : 0;
        }
    }

    private static Factors<Sight> factors(RoleSpec.Risk spec, List<String> names, long durationNanos) {
        Factors.Listing<Sight> all = Factors.<Sight>list()
                .nonNegative(Quantity.TIME_REMAINING.ofSeat(), "s", seen -> seen.secondsUntil(durationNanos))
                .bounded(Quantity.RISK_SCALE.ofSeat(), "1", 0, 1, RoleSight::riskScale);
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            int agent = spec.supervised().get(i);
            Subject of = new Subject.Agent(names.get(i));
            all.any(Quantity.EQUITY.of(of), "quote", seen -> seen.equity()[index])
                    .bounded(
                            Quantity.SCALE.of(of),
                            "1",
                            0,
                            1,
                            seen -> seen.seats().seat(agent).scale())
                    .nonNegative(Quantity.DRAWDOWN.of(of), "1", seen -> seen.drawdown(index));
        }
        return all.done();
    }

    private static ActionSpec actions(List<String> names) {
        return new ActionSpec(names.stream()
                .<ActionComponent>map(name ->
                        new ActionComponent.Continuous(Quantity.SCALE.of(new Subject.Agent(name)), "1", 0, 1, 1))
                .toList());
    }

    @Override
    public Role over(SupervisedSeats other) {
        return new RiskRole(spec, durationNanos, other, factors, actionSpec);
    }

    @Override
    public String name() {
        return spec.role();
    }

    @Override
    public ObservationSpec observationSpec() {
        return factors.spec();
    }

    @Override
    public ActionSpec actionSpec() {
        return actionSpec;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("equity_change", "drawdown_penalty");
    }

    @Override
    public int memorySize() {
        return supervised.length * SLOTS;
    }

    @Override
    public int registerCount() {
        return 0;
    }

    @Override
    public void open(MarketView market, Seat seat) {
        Role.super.open(market, seat);
        for (int i = 0; i < supervised.length; i++) {
            double equity = equity(market, i);
            seat.memory()[i * SLOTS + EQUITY] = equity;
            seat.memory()[i * SLOTS + PEAK] = equity;
            seat.memory()[i * SLOTS + DEEPEST] = 0;
        }
    }

    @Override
    public void advance(MarketView market, Seat seat) {
        double[] memory = seat.memory();
        for (int i = 0; i < supervised.length; i++) {
            double equity = equity(market, i);
            memory[i * SLOTS + EQUITY] = equity;
            memory[i * SLOTS + PEAK] = StrictMath.max(equity, memory[i * SLOTS + PEAK]);
            double drawdown = memory[i * SLOTS + PEAK] - equity;
            memory[i * SLOTS + DEEPEST] = StrictMath.max(drawdown, memory[i * SLOTS + DEEPEST]);
        }
        Role.super.advance(market, seat);
    }

    private double equity(MarketView market, int index) {
        return market.holdings(seats.seat(supervised[index]).participant()).equity();
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        double[] equity = new double[supervised.length];
        Arrays.setAll(equity, index -> equity(market, index));
        factors.write(new Sight(seats, market, seat, equity), values);
    }

    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        Arrays.fill(mask, true);
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        for (int i = 0; i < supervised.length; i++) {
            Seat other = seats.seat(supervised[i]);
            double before = other.scale();
            other.limit(seat.agent(), action[i]);
            double after = other.scale();
            if (after != before) {
                seats.intervene(market.timeNanos(), seat.agent(), other.agent(), before, after, reason(before, after));
            }
            if (other.halted()) {
                seats.unwind(other.agent());
            }
        }
    }

    private static String reason(double before, double after) {
        if (after == 0) {
            return "halt";
        }
        if (before == 0) {
            return "resume";
        }
        return after < before ? "reduce" : "raise";
    }

    @Override
    public void halt(MarketView market, Gateway gateway, Seat seat) {}

    @Override
    public boolean flat(MarketView market, Seat seat) {
        return true;
    }

    /** The penalty is minus the growth of the supervised agents' maximum drawdowns, quote units. */
    @Override
    public void rewards(MarketView market, Seat seat, double[] terms) {
        double change = 0;
        double deeper = 0;
        for (int i = 0; i < supervised.length; i++) {
            double now = equity(market, i);
            double drawdown = seat.memory()[i * SLOTS + PEAK] - now;
            change += now - seat.memory()[i * SLOTS + EQUITY];
            deeper += StrictMath.max(0, drawdown - seat.memory()[i * SLOTS + DEEPEST]);
        }
        terms[0] = change;
        terms[1] = -deeper;
    }
}
