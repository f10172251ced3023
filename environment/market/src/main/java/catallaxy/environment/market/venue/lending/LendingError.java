package catallaxy.environment.market.venue.lending;

/** Why a lending market refuses: the numbers with which Aave v3 reverts, and the failures of the machine and of tokens. */
public enum LendingError {
    INVALID_FLASHLOAN_EXECUTOR_RETURN("13"),
    INVALID_MINT_AMOUNT("24"),
    INVALID_BURN_AMOUNT("25"),
    INVALID_AMOUNT("26"),
    BORROWING_NOT_ENABLED("30"),
    NOT_ENOUGH_AVAILABLE_USER_BALANCE("32"),
    COLLATERAL_BALANCE_IS_ZERO("34"),
    HEALTH_FACTOR_LOWER_THAN_LIQUIDATION_THRESHOLD("35"),
    COLLATERAL_CANNOT_COVER_NEW_BORROW("36"),
    NO_DEBT_OF_SELECTED_TYPE("39"),
    UNDERLYING_BALANCE_ZERO("43"),
    HEALTH_FACTOR_NOT_BELOW_THRESHOLD("45"),
    COLLATERAL_CANNOT_BE_LIQUIDATED("46"),
    SPECIFIED_CURRENCY_NOT_BORROWED_BY_USER("47"),
    INCONSISTENT_FLASHLOAN_PARAMS("49"),
    BORROW_CAP_EXCEEDED("50"),
    SUPPLY_CAP_EXCEEDED("51"),
    LTV_VALIDATION_FAILED("57"),
    INCONSISTENT_EMODE_CATEGORY("58"),
    USER_IN_ISOLATION_MODE_OR_LTV_ZERO("62"),
    ASSET_NOT_LISTED("82"),
    /** Who sets terms is no risk steward of the market: told by the steward's contract, not by the pool. */
    NO_STEWARD("Steward: INVALID_CALLER"),
    /** Terms beyond the bounds within which a steward may set them. */
    OUT_OF_BOUNDS("Steward: UPDATE_NOT_IN_RANGE"),
    /** Terms set too early after the last time. */
    TOO_EARLY("Steward: DEBOUNCE_NOT_RESPECTED"),
    /** The oracle tells no price: told by it, not by the pool. */
    NO_PRICE("Oracle: NO_PRICE"),
    /** A checked sum, difference or product left 256 bits. */
    OVERFLOW("Panic(0x11)"),
    /** A checked division by zero. */
    DIVISION_BY_ZERO("Panic(0x12)"),
    /** The fixed-point library stops without a reason: a product beyond 256 bits, or a zero divisor. */
    EMPTY("EMPTY"),
    CAST("SafeCast: value doesn't fit in 128 bits"),
    PAYOUT("ERC20: transfer amount exceeds balance"),
    PAYMENT("ERC20: transfer amount exceeds balance or allowance");

    private final String reason;

    LendingError(String reason) {
        this.reason = reason;
    }

    /** The revert string of the deployed contracts: the error's number where Aave has one. */
    public String reason() {
        return reason;
    }

    /** What ends the running operation with this reason. */
    LendingRevert revert() {
        return new LendingRevert(reason);
    }

    /** Ends the running operation with this reason unless something holds. */
    void unless(boolean holds) {
        if (!holds) {
            throw revert();
        }
    }
}
