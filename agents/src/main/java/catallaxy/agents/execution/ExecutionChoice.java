package catallaxy.agents.execution;

/**
 * A way to execute, or to hold, and what it promises.
 *
 * @param option   position among the executor's options; −1 to hold
 * @param size     index of the part of the size
 * @param slippage index of the slippage multiplier
 * @param key      of the circumstances and the choice together, as experience is filed
 * @param promised gain after fees and gas if everything goes as quoted, quote units; 0 to hold
 */
public record ExecutionChoice(int option, int size, int slippage, long key, double promised) {
    static final int HOLD = -1;

    /** To do nothing, in such circumstances. */
    static ExecutionChoice hold(long key) {
        return new ExecutionChoice(HOLD, 0, 0, key, 0);
    }

    /** Whether it does nothing. */
    public boolean isHold() {
        return option == HOLD;
    }
}
