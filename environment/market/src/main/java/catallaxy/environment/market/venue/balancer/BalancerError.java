package catallaxy.environment.market.venue.balancer;

import java.util.Locale;

/** The numbered errors of the contracts ({@code BalancerErrors.sol}). */
enum BalancerError {
    ADD_OVERFLOW(0),
    SUB_OVERFLOW(1),
    MUL_OVERFLOW(3),
    ZERO_DIVISION(4),
    DIV_INTERNAL(5),
    X_OUT_OF_BOUNDS(6),
    Y_OUT_OF_BOUNDS(7),
    PRODUCT_OUT_OF_BOUNDS(8),
    INVALID_EXPONENT(9),
    OUT_OF_BOUNDS(100),
    UNSORTED_TOKENS(102),
    INPUT_LENGTH_MISMATCH(103),
    ZERO_TOKEN(104),
    MINIMUM_BPT(204),
    UNINITIALIZED(206),
    BPT_IN_MAX_AMOUNT(207),
    BPT_OUT_MIN_AMOUNT(208),
    MAX_IN_RATIO(304),
    MAX_OUT_RATIO(305),
    MIN_BPT_IN_FOR_TOKEN_OUT(306),
    MAX_OUT_BPT_FOR_TOKEN_IN(307),
    ZERO_INVARIANT(311),
    STABLE_GET_BALANCE_DIDNT_CONVERGE(322),
    REENTRANCY(400),
    INSUFFICIENT_BALANCE(406),
    INVALID_POOL_ID(500),
    EXIT_BELOW_MIN(505),
    JOIN_ABOVE_MAX(506),
    SWAP_LIMIT(507),
    CANNOT_SWAP_SAME_TOKEN(509),
    UNKNOWN_AMOUNT_IN_FIRST_SWAP(510),
    MALCONSTRUCTED_MULTIHOP_SWAP(511),
    INVALID_POST_LOAN_BALANCE(515),
    TOKEN_NOT_REGISTERED(521),
    BALANCE_TOTAL_OVERFLOW(526),
    INSUFFICIENT_FLASH_LOAN_BALANCE(528),
    INSUFFICIENT_FLASH_LOAN_FEE_AMOUNT(602);

    private final String reason;

    BalancerError(int code) {
        reason = String.format(Locale.ROOT, "BAL#%03d", code);
    }

    /** What is thrown. */
    BalancerRevert revert() {
        return new BalancerRevert(reason);
    }

    /** The revert string. */
    String reason() {
        return reason;
    }
}
