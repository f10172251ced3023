package catallaxy.scenarios.attribution;

/** How an agent came to a fill. */
public enum FillKind {
    /** Its resting order was filled. */
    MAKER,
    /** Its incoming order filled another's. */
    TAKER,
    /** It swapped in a pool. */
    POOL
}
