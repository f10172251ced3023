package catallaxy.environment.market.conformance;

/** Asks the engine what a recorded row asked the protocol, and compares the answers. May keep state between rows. */
@FunctionalInterface
public interface VectorReplay {
    /**
     * Replays the next row of the file.
     *
     * @throws CorruptVectorException if a field is not what its column holds
     */
    void replay(VectorRow row, Differences differences) throws CorruptVectorException;
}
