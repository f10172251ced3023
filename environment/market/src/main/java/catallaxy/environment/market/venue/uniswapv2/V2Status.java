package catallaxy.environment.market.venue.uniswapv2;

/** How an operation on a pool ended: {@link #OK}, or the reason with which the contract reverts. */
public enum V2Status {
    OK("ok"),
    LOCKED("UniswapV2: LOCKED"),
    INVALID_TO("UniswapV2: INVALID_TO"),
    TRANSFER_FAILED("UniswapV2: TRANSFER_FAILED"),
    OVERFLOW("UniswapV2: OVERFLOW"),
    K("UniswapV2: K"),
    INSUFFICIENT_INPUT_AMOUNT("UniswapV2: INSUFFICIENT_INPUT_AMOUNT"),
    INSUFFICIENT_OUTPUT_AMOUNT("UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT"),
    INSUFFICIENT_LIQUIDITY("UniswapV2: INSUFFICIENT_LIQUIDITY"),
    INSUFFICIENT_LIQUIDITY_MINTED("UniswapV2: INSUFFICIENT_LIQUIDITY_MINTED"),
    INSUFFICIENT_LIQUIDITY_BURNED("UniswapV2: INSUFFICIENT_LIQUIDITY_BURNED"),
    ADD_OVERFLOW("ds-math-add-overflow"),
    SUB_UNDERFLOW("ds-math-sub-underflow"),
    MUL_OVERFLOW("ds-math-mul-overflow"),
    DIVISION_BY_ZERO("division by zero"),
    LIBRARY_INSUFFICIENT_AMOUNT("UniswapV2Library: INSUFFICIENT_AMOUNT"),
    LIBRARY_INSUFFICIENT_INPUT_AMOUNT("UniswapV2Library: INSUFFICIENT_INPUT_AMOUNT"),
    LIBRARY_INSUFFICIENT_OUTPUT_AMOUNT("UniswapV2Library: INSUFFICIENT_OUTPUT_AMOUNT"),
    LIBRARY_INSUFFICIENT_LIQUIDITY("UniswapV2Library: INSUFFICIENT_LIQUIDITY"),
    LIBRARY_INVALID_PATH("UniswapV2Library: INVALID_PATH"),
    ROUTER_EXPIRED("UniswapV2Router: EXPIRED"),
    ROUTER_INSUFFICIENT_OUTPUT_AMOUNT("UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT"),
    ROUTER_INSUFFICIENT_A_AMOUNT("UniswapV2Router: INSUFFICIENT_A_AMOUNT"),
    ROUTER_INSUFFICIENT_B_AMOUNT("UniswapV2Router: INSUFFICIENT_B_AMOUNT"),
    TRANSFER_FROM_FAILED("TransferHelper: TRANSFER_FROM_FAILED");

    private final String reason;

    V2Status(String reason) {
        this.reason = reason;
    }

    /** The revert string of the deployed contracts; {@code ok} for {@link #OK}. */
    public String reason() {
        return reason;
    }

    /** Whether the operation was carried out; else it reverted and changed nothing. */
    public boolean ok() {
        return this == OK;
    }
}
