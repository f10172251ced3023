package catallaxy.environment.market.venue.uniswapv3;

/** How an operation on a pool ended: {@link #OK}, or the reason with which the contract reverts. */
public enum V3Status {
    OK("ok"),
    /** Without a reason: a check that gives none, or a number that does not fit. */
    EMPTY("EMPTY"),
    LOCKED("LOK"),
    ALREADY_INITIALISED("AI"),
    PRICE_OUT_OF_RANGE("R"),
    TICK_OUT_OF_RANGE("T"),
    TICKS_MISORDERED("TLU"),
    TICK_TOO_LOW("TLM"),
    TICK_TOO_HIGH("TUM"),
    TOO_MUCH_LIQUIDITY_AT_TICK("LO"),
    LIQUIDITY_UNDERFLOW("LS"),
    LIQUIDITY_OVERFLOW("LA"),
    NO_POSITION("NP"),
    UNPAID_0("M0"),
    UNPAID_1("M1"),
    AMOUNT_ZERO("AS"),
    PRICE_LIMIT("SPL"),
    INSUFFICIENT_INPUT("IIA"),
    NO_LIQUIDITY("L"),
    FLASH_UNPAID_0("F0"),
    FLASH_UNPAID_1("F1"),
    TRANSFER_FAILED("TF"),
    OBSERVATION_TOO_OLD("OLD"),
    NOT_INITIALISED("I"),
    TRANSFER_FROM_FAILED("STF"),
    TOO_LITTLE_RECEIVED("Too little received"),
    PRICE_SLIPPAGE("Price slippage check");

    private final String reason;

    V3Status(String reason) {
        this.reason = reason;
    }

    /** The revert string of the deployed contracts; {@code EMPTY} for a revert without one, {@code ok} for {@link #OK}. */
    public String reason() {
        return reason;
    }

    /** Whether the operation was carried out; else it reverted and changed nothing. */
    public boolean ok() {
        return this == OK;
    }
}
