package com.example.saver;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.Role;
import catallaxy.environment.market.role.RoleSite;
import catallaxy.environment.market.role.RoleSpec;

/**
 * Spends its cash on one venue, a part of it at each epoch.
 *
 * @param venue       index
 * @param maxSlippage fraction by which what it gets may fall short of what was quoted
 * @param patient     whether it buys nothing while a purchase is on its way
 */
record SaverSpec(int venue, double maxSlippage, boolean patient) implements RoleSpec {
    SaverSpec {
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
}
