package catallaxy.environment.market.venue.lending;

/** What Aave's {@code executeSetUserEMode} asks of an account that chooses an efficiency mode, and does. */
final class ModeChoice {
    private ModeChoice() {}

    /** Puts the account into the mode, or out of any by 0; stops with the contract's error. */
    static void make(LendingState state, LendingMoment at, int account, int mode) {
        LendingError.INCONSISTENT_EMODE_CATEGORY.unless(state.modes().has(mode));
        for (int reserve = 0; mode != 0 && reserve < state.reserves(); reserve++) {
            LendingError.INCONSISTENT_EMODE_CATEGORY.unless(
                    !state.position(account).borrows(reserve) || state.modes().of(reserve) == mode);
        }
        int before = state.mode(account);
        state.mode(account, mode);
        if (before != 0) {
            LendingHealth health = LendingHealth.of(state, account, at.now(), at.prices());
            LendingError.HEALTH_FACTOR_LOWER_THAN_LIQUIDATION_THRESHOLD.unless(!health.atRisk());
        }
    }
}
