package catallaxy.environment.market.execution;

import catallaxy.environment.api.Quantity;

/** What only an executor observes. */
public final class ExecutionFeatures {
    /** Whether an execution was over since the epoch before. */
    public static final Quantity ENDED = new Quantity("ended");
    /** What it gained after gas, quote units. */
    public static final Quantity REALISED = new Quantity("realised");
    /** What it gained after gas, with the reward's terms for gas saved, speed and success; quote units. */
    public static final Quantity REWARD = new Quantity("reward");
    /** Whether it was executed, and not reverted or dropped. */
    public static final Quantity SUCCEEDED = new Quantity("succeeded");
    /** How long it took, seconds. */
    public static final Quantity SECONDS = new Quantity("seconds");
    /** Which of the routes is a chain's best, its position among them. */
    public static final Quantity ROUTE = new Quantity("route");
    /** What a unit of gas costs, gwei. */
    public static final Quantity BASE_FEE = new Quantity("base_fee");
    /** What an option's trade gains before fees and gas, quote units. */
    public static final Quantity GAIN = new Quantity("gain");
    /** What an option's lender asks, quote units. */
    public static final Quantity LOAN_FEE = new Quantity("loan_fee");

    private ExecutionFeatures() {}
}
