package catallaxy.scenarios.bench;

/** A workload did not come to what its benchmark is named for, so that its time says nothing. */
public final class MissedEndException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Of a workload whose time must not be reported.
     *
     * @param reason what it came to instead
     */
    public MissedEndException(String reason) {
        super(reason);
    }
}
