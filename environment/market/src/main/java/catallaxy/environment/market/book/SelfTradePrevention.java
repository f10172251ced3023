package catallaxy.environment.market.book;

import catallaxy.environment.base.state.CorruptStateException;

/** What happens when an incoming order reaches a resting order of its own owner. */
public enum SelfTradePrevention {
    /** They trade. */
    NONE(0),
    /** The resting order is cancelled and matching goes on behind it. */
    CANCEL_RESTING(1),
    /** The rest of the incoming order is cancelled; the resting order keeps its place. */
    CANCEL_TAKING(2),
    /** The resting order and the rest of the incoming one are cancelled. */
    CANCEL_BOTH(3),
    /** Both lose the smaller of the two quantities; what is left of the incoming order goes on, what is left of the resting one stays. */
    DECREMENT(4);

    final int code;

    SelfTradePrevention(int code) {
        this.code = code;
    }

    /** Whether an incoming order ends at the first resting order of its owner. */
    boolean stopsTaker() {
        return this == CANCEL_TAKING || this == CANCEL_BOTH;
    }

    static SelfTradePrevention ofCode(int code) {
        for (SelfTradePrevention mode : values()) {
            if (mode.code == code) {
                return mode;
            }
        }
        throw new CorruptStateException("self-trade prevention: expected 0 to 4, found " + code);
    }
}
