package com.example.saver;

import catallaxy.environment.market.role.Role;
import catallaxy.environment.market.role.RoleSite;
import catallaxy.environment.market.role.RoleSpec;

/**
 * Spends its cash on one venue, a part of it at each epoch.
 *
 * @param venue       index
 * @param maxSlippage fraction by which what it gets may fall short of what was quoted
 */
record SaverSpec(int venue, double maxSlippage) implements RoleSpec {
    @Override
    public String role() {
        return "saver";
    }

    @Override
    public Role in(RoleSite site) {
        return new Saver(this, site);
    }
}
