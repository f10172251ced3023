package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.registry.KindException;
import java.util.ArrayList;
import java.util.List;

/** A role whose agent observes further factors, after what the role shows. */
final class FactoredRole implements Role {
    private final Role role;
    private final Factors<FactorSight> further;
    private final ObservationSpec observed;

    /** @throws IllegalArgumentException if a factor has the name of a feature of the role */
    FactoredRole(Role role, Factors<FactorSight> further) {
        this.role = role;
        this.further = further;
        List<Feature> all = new ArrayList<>(role.observationSpec().features());
        all.addAll(further.spec().features());
        this.observed = new ObservationSpec(all);
    }

    /** The factors that a seat adds to those of its role, in the order of the scenario. */
    static Factors<FactorSight> further(RoleSite site, SeatSpec seat) {
        Factors.Listing<FactorSight> all = Factors.list();
        seat.factors().forEach(kind -> kind.in(site, seat).forEach(all::add));
        return all.done();
    }

    @Override
    public String name() {
        return role.name();
    }

    @Override
    public ObservationSpec observationSpec() {
        return observed;
    }

    @Override
    public ActionSpec actionSpec() {
        return role.actionSpec();
    }

    @Override
    public List<String> rewardTerms() {
        return role.rewardTerms();
    }

    @Override
    public int memorySize() {
        return role.memorySize();
    }

    @Override
    public int registerCount() {
        return role.registerCount();
    }

    @Override
    public Role over(SupervisedSeats seats) {
        return new FactoredRole(role.over(seats), further);
    }

    @Override
    public void open(MarketView market, Seat seat) {
        role.open(market, seat);
    }

    @Override
    public void advance(MarketView market, Seat seat) {
        role.advance(market, seat);
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        double[] shown = new double[role.observationSpec().size()];
        role.observe(market, seat, shown);
        double[] added = new double[further.spec().size()];
        further.write(new FactorSight(market, seat.participant()), added);
        System.arraycopy(shown, 0, values, 0, shown.length);
        requireFinite(added);
        System.arraycopy(added, 0, values, shown.length, added.length);
    }

    /** Whatever an agent or a learner made of another number would be told of it, and not of the factor. */
    private void requireFinite(double[] added) {
        for (int i = 0; i < added.length; i++) {
            if (!Double.isFinite(added[i])) {
                String name = further.spec().features().get(i).name();
                throw new KindException("factor " + name + ": expected a finite number, found " + added[i]);
            }
        }
    }

    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        role.mask(market, seat, mask);
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        role.act(market, gateway, seat, action);
    }

    @Override
    public void halt(MarketView market, Gateway gateway, Seat seat) {
        role.halt(market, gateway, seat);
    }

    @Override
    public boolean flat(MarketView market, Seat seat) {
        return role.flat(market, seat);
    }

    @Override
    public void rewards(MarketView market, Seat seat, double[] terms) {
        role.rewards(market, seat, terms);
    }
}
