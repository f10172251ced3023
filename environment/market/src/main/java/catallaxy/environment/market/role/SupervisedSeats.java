package catallaxy.environment.market.role;

/** The seats of a market, as the role that supervises them sees them. */
public interface SupervisedSeats {
    /** The seat of an agent of the scenario. */
    Seat seat(int agent);

    /**
     * Hears that a supervisor changes an agent's scale. The seat still has the old one; the supervisor sets the new one
     * afterwards.
     *
     * @param riskAgent who changed it
     * @param agent     whose scale it is
     * @param fromScale the former one
     * @param toScale   the new one, in [0, 1]; 0 is a halt
     * @param reason    in words
     */
    void intervene(long timeNanos, int riskAgent, int agent, double fromScale, double toScale, String reason);

    /** Takes the next step of a halted agent towards the quote asset, without waiting for its own epoch. */
    void unwind(int agent);

    /** No seats, for reading specs. */
    static SupervisedSeats none() {
        return new SupervisedSeats() {
            @Override
            public Seat seat(int agent) {
                throw new IllegalArgumentException("no seat of agent " + agent + " where only specs are read");
            }

            @Override
            public void intervene(
                    long timeNanos, int riskAgent, int agent, double fromScale, double toScale, String reason) {}

            @Override
            public void unwind(int agent) {}
        };
    }
}
