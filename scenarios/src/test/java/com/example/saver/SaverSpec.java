package com.example.saver;

import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.LearnerFeatures;
import catallaxy.environment.market.role.Role;
import catallaxy.environment.market.role.RoleSite;
import catallaxy.environment.market.role.RoleSpec;
import java.util.function.ToDoubleFunction;

/**
 * Spends its cash on one venue, a part of it at each epoch.
 *
 * @param venue       index
 * @param maxSlippage fraction by which what it gets may fall short of what was quoted
 * @param patient     whether it buys nothing while a purchase is on its way
 */
public record SaverSpec(@NameOf(NameOf.Thing.VENUE) int venue, double maxSlippage, boolean patient)
        implements RoleSpec {
    public SaverSpec {
        Checks.inRange("maxSlippage", maxSlippage, 0, 1);
    }

    @Override
    public String role() {
        return "saver";
    }

    @Override
    public Role in(RoleSite site) {
        return new Saver(this, site);
    }

    /** What share of what it has is still cash, and how the price moved since the epoch before. */
    @Override
    public void learnerFeatures(ObservationSpec observed, LearnerFeatures all) {
        int price = observed.index(observed.of(Quantity.PRICE).getFirst().meaning());
        int cash = observed.index(Saver.CASH.ofSeat());
        int held = observed.index(observed.of(Quantity.HOLDING).getFirst().meaning());
        ToDoubleFunction<Observation> change = all.departure(1, now -> now.value(price));
        all.add("price_change", now -> change.applyAsDouble(now) * 1_000);
        all.add(
                "cash_share",
                now -> LearnerFeatures.ratio(now.value(cash), now.value(cash) + now.value(held) * now.value(price)));
    }
}
