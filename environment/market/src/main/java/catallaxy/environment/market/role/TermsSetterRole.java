package catallaxy.environment.market.role;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets loan to value and threshold of collateral at a lending market whose risk steward it is.
 *
 * <p>Features, actions and reward terms: {@code docs/roles.md}. The interest of an epoch of Δ years is {@code ½ (R + R′) Δ}, R and R′ the
 * rates at which all debts grow at its beginning and end: {@code Σ price · owed · borrow rate} over the market's assets at its own oracle.
 * The growth of bad debt is that of the worth of debts that no collateral covers, at the same prices: over a run it is what is there in
 * the end.
 */
final class TermsSetterRole implements Role {
    static final Quantity OWED = new Quantity("owed");
    static final Quantity BAD_DEBT = new Quantity("bad_debt");
    static final Quantity MEAN_HEALTH = new Quantity("mean_health");
    static final Quantity NEAR_RISK = new Quantity("near_risk");
    /** What is a part of something, so that a learner sees it as it is. */
    static final List<Quantity> PARTS =
            List.of(Quantity.UTILISATION, Quantity.BORROW_RATE, Quantity.LOAN_TO_VALUE, Quantity.THRESHOLD, NEAR_RISK);

    static final List<Quantity> HEALTHS = List.of(Quantity.HEALTH, MEAN_HEALTH);

    private static final double WHOLE_BPS = 1e4;
    private static final double SECONDS_PER_YEAR = 365 * 86_400.0;
    private static final int PATIENCE_BLOCKS = 5;
    private static final int INTEREST_A_YEAR = 0;
    private static final int BAD = 1;
    private static final int VARIANCES = 2;

    private final TermsSetterSpec spec;
    private final VenueSpec.TermsSteering terms;
    private final List<VenueSpec.TermsSteering.Reserve> collaterals;
    private final List<PriceVariance> variances = new ArrayList<>();
    private final Factors<Sight> factors;
    private final ActionSpec actionSpec;

    TermsSetterRole(TermsSetterSpec spec, EngineSpec engine, long durationNanos) {
        VenueSpec bank = engine.venues().get(spec.bank());
        boolean steered = TermsSetterSpec.steered(bank).isPresent();
        Checks.that(steered, "bank", "a lending market whose terms somebody sets", bank.id());
        this.spec = spec;
        this.terms = TermsSetterSpec.steered(bank).orElseThrow();
        this.collaterals = TermsSetterSpec.collaterals(terms, spec.collaterals());
        Checks.that(!collaterals.isEmpty(), "collaterals", "at least one asset that is collateral", "none");
        for (VenueSpec.TermsSteering.Reserve each : collaterals) {
            int slot = VARIANCES + variances.size() * PriceVariance.SLOTS;
            variances.add(
                    new PriceVariance(market -> lending(market).price(each.asset()), slot, spec.halfLifeNanos() / 1e9));
        }
        this.factors = factors(engine, bank, durationNanos);
        this.actionSpec = actions(engine, bank);
    }

    private static Subject.Reserve subject(EngineSpec engine, VenueSpec bank, int asset) {
        return new Subject.Reserve(bank.id(), engine.assets().get(asset).symbol());
    }

    /** The market that an observation of this role is of. */
    static Subject market(ObservationSpec observed) {
        return observed.of(OWED).getFirst().meaning().subject();
    }

    private ActionSpec actions(EngineSpec engine, VenueSpec bank) {
        List<ActionComponent> components = new ArrayList<>();
        for (VenueSpec.TermsSteering.Reserve each : collaterals) {
            Subject of = subject(engine, bank, each.asset());
            double threshold = Math.clamp(each.threshold(), terms.leastThreshold(), terms.mostThreshold());
            components.add(new ActionComponent.Continuous(
                    Quantity.LOAN_TO_VALUE.of(of),
                    "1",
                    0,
                    terms.mostThreshold(),
                    StrictMath.min(each.loanToValue(), terms.mostThreshold())));
            components.add(new ActionComponent.Continuous(
                    Quantity.THRESHOLD.of(of), "1", terms.leastThreshold(), terms.mostThreshold(), threshold));
        }
        return new ActionSpec(components);
    }

    /** What is looked at for an observation. */
    private record Sight(MarketView market, Seat seat, Lending lending, BorrowerHealth health) implements RoleSight {}

    private Factors<Sight> factors(EngineSpec engine, VenueSpec bank, long durationNanos) {
        Subject of = new Subject.Venue(bank.id(), "", "");
        Factors.Listing<Sight> all = Factors.<Sight>list()
                .nonNegative(Quantity.TIME_REMAINING.ofSeat(), "s", seen -> seen.secondsUntil(durationNanos))
                .any(Quantity.EQUITY.ofSeat(), "quote", RoleSight::equityAtVenues)
                .bounded(Quantity.RISK_SCALE.ofSeat(), "1", 0, 1, RoleSight::riskScale)
                .nonNegative(OWED.of(of), "quote", seen -> seen.health().owed())
                .nonNegative(BAD_DEBT.of(of), "quote", seen -> seen.lending().badDebt())
                .bounded(
                        Quantity.HEALTH.of(of),
                        "1",
                        0,
                        BorrowerHealth.MOST,
                        seen -> seen.health().weakest())
                .bounded(
                        MEAN_HEALTH.of(of),
                        "1",
                        0,
                        BorrowerHealth.MOST,
                        seen -> seen.health().mean())
                .bounded(NEAR_RISK.of(of), "1", 0, 1, seen -> seen.health().nearRisk());
        listReserves(all, engine, bank);
        listCollaterals(all, engine, bank);
        return all.done();
    }

    private void listReserves(Factors.Listing<Sight> all, EngineSpec engine, VenueSpec bank) {
        for (VenueSpec.TermsSteering.Reserve each : terms.reserves()) {
            int asset = each.asset();
            Subject.Reserve reserve = subject(engine, bank, asset);
            all.bounded(
                            Quantity.UTILISATION.of(reserve),
                            "1",
                            0,
                            1,
                            seen -> seen.lending().utilisation(asset))
                    .nonNegative(
                            Quantity.BORROW_RATE.of(reserve),
                            "1/year",
                            seen -> seen.lending().borrowRate(asset));
        }
    }

    private void listCollaterals(Factors.Listing<Sight> all, EngineSpec engine, VenueSpec bank) {
        for (int i = 0; i < collaterals.size(); i++) {
            int asset = collaterals.get(i).asset();
            PriceVariance variance = variances.get(i);
            Subject.Reserve reserve = subject(engine, bank, asset);
            all.bounded(
                            Quantity.LOAN_TO_VALUE.of(reserve),
                            "1",
                            0,
                            1,
                            seen -> seen.lending().loanToValue(asset))
                    .bounded(
                            Quantity.THRESHOLD.of(reserve),
                            "1",
                            0,
                            1,
                            seen -> seen.lending().threshold(asset))
                    .nonNegative(Quantity.VOLATILITY.of(reserve), "1/√year", seen -> variance.perRootYear(seen.seat()));
        }
    }

    private Lending lending(MarketView market) {
        return market.offered(spec.bank(), Lending.class);
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
        return List.of("interest", "bad_debt", "costs");
    }

    @Override
    public int memorySize() {
        return VARIANCES + collaterals.size() * PriceVariance.SLOTS;
    }

    @Override
    public int registerCount() {
        return 0;
    }

    @Override
    public void open(MarketView market, Seat seat) {
        Role.super.open(market, seat);
        variances.forEach(each -> each.open(market, seat));
        mark(market, seat);
    }

    @Override
    public void advance(MarketView market, Seat seat) {
        variances.forEach(each -> each.advance(market, seat));
        mark(market, seat);
        Role.super.advance(market, seat);
    }

    private void mark(MarketView market, Seat seat) {
        seat.memory()[INTEREST_A_YEAR] = interestAYear(lending(market));
        seat.memory()[BAD] = lending(market).badDebt();
    }

    /** The rate at which all debts grow. */
    private static double interestAYear(Lending lending) {
        double sum = 0;
        for (int asset : lending.assets()) {
            sum += lending.price(asset) * lending.lent(asset) * lending.borrowRate(asset);
        }
        return sum;
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        Lending lending = lending(market);
        factors.write(new Sight(market, seat, lending, BorrowerHealth.of(lending)), values);
    }

    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        boolean free = isFree(market, seat);
        for (int i = 0; i < mask.length; i++) {
            mask[i] = free;
        }
    }

    private boolean isFree(MarketView market, Seat seat) {
        return !seat.halted() && !UnderWay.to(market, seat, spec.bank());
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        if (isFree(market, seat)) {
            for (int i = 0; i < collaterals.size(); i++) {
                set(market, gateway, collaterals.get(i).asset(), action[2 * i], action[2 * i + 1]);
            }
        }
    }

    /** Goes a step towards the terms that are wanted of a collateral, and no further than a liquidation with its bonus stays covered. */
    private void set(MarketView market, Gateway gateway, int asset, double loanToValue, double threshold) {
        Lending lending = lending(market);
        double step = StrictMath.min(spec.maxStepBps() / WHOLE_BPS, lending.termsStep());
        double most = StrictMath.min(lending.mostThreshold(), covered(lending.bonus(asset)));
        double wanted = StrictMath.min(StrictMath.max(threshold, lending.leastThreshold()), most);
        double nextThreshold = near(lending.threshold(asset), wanted, step);
        double nextLoan = StrictMath.min(near(lending.loanToValue(asset), loanToValue, step), nextThreshold);
        double change = StrictMath.max(
                StrictMath.abs(nextThreshold - lending.threshold(asset)),
                StrictMath.abs(nextLoan - lending.loanToValue(asset)));
        if (change * WHOLE_BPS >= StrictMath.max(1, spec.minChangeBps())) {
            int chain = market.map().venue(spec.bank()).place();
            Gas.send(market, gateway, chain, lending.setTerms(asset, nextLoan, nextThreshold), PATIENCE_BLOCKS);
        }
    }

    /** The greatest threshold, in whole basis points, at which debts with a liquidator's bonus are no more than their collateral. */
    private static double covered(double bonus) {
        return StrictMath.floor(WHOLE_BPS / (1 + bonus)) / WHOLE_BPS;
    }

    private static double near(double present, double wanted, double step) {
        return Math.clamp(wanted, present - step, present + step);
    }

    /** Terms stay what they are, and so does what pays for gas. */
    @Override
    public void halt(MarketView market, Gateway gateway, Seat seat) {}

    @Override
    public boolean flat(MarketView market, Seat seat) {
        return true;
    }

    @Override
    public void rewards(MarketView market, Seat seat, double[] terms) {
        Lending lending = lending(market);
        double years = seat.seconds(market) / SECONDS_PER_YEAR;
        double mean = (seat.memory()[INTEREST_A_YEAR] + interestAYear(lending)) / 2;
        terms[0] = spec.interestWeight() * mean * years;
        terms[1] = seat.memory()[BAD] - lending.badDebt();
        terms[2] = -seat.costs(market);
    }
}
