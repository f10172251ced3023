package com.example.saver;

import catallaxy.environment.market.role.RoleKey;
import catallaxy.environment.market.role.RoleKind;
import catallaxy.environment.market.role.RoleSettings;
import java.util.List;

/** The role as scenarios name it. */
public final class SaverKind implements RoleKind<SaverSpec> {
    private static final RoleKey VENUE = RoleKey.required("venue", RoleKey.Type.VENUE, "Where it buys.");
    private static final RoleKey MAX_SLIPPAGE = RoleKey.number(
            "max-slippage", "0 to 1", "0.01", "Fraction by which what it gets may fall short of what was quoted.");
    private static final RoleKey PATIENT = new RoleKey(
            "patient", RoleKey.Type.FLAG, "", "true", "Whether it buys nothing while a purchase is on its way.");

    @Override
    public String name() {
        return "saver";
    }

    @Override
    public Class<SaverSpec> spec() {
        return SaverSpec.class;
    }

    @Override
    public String summary() {
        return "Spends its cash on one venue, a part of it at each epoch";
    }

    @Override
    public String detail() {
        return "It never sells. Cash that also pays for gas is not spent to the last of it.";
    }

    @Override
    public String cadence() {
        return "5 m";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(VENUE, MAX_SLIPPAGE, PATIENT);
    }

    @Override
    public SaverSpec read(RoleSettings settings) {
        return settings.record(SaverSpec.class);
    }

    @Override
    public String example() {
        return "venue = rollup-ETH-USDC, holdings { rollup { USDC = 10000, ETH = 1 } }";
    }
}
