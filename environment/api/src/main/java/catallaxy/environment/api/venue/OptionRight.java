package catallaxy.environment.api.venue;

/** What a European option gives the right to. */
public enum OptionRight {
    /** To buy the underlying at the strike. */
    CALL(1),
    /** To sell the underlying at the strike. */
    PUT(-1);

    private final int sign;

    OptionRight(int sign) {
        this.sign = sign;
    }

    /** 1 for a call, −1 for a put: of the payoff {@code max(0, sign · (price − strike))}. */
    public int sign() {
        return sign;
    }
}
