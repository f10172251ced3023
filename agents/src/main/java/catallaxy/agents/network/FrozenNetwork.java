package catallaxy.agents.network;

/** A network in plain Java, whose answers are the same to the last bit on every machine and in every batch. Owned by one thread. */
public interface FrozenNetwork {
    /** Number of floats that the network reads. */
    int inputs();

    /** Number of floats that the network answers. */
    int outputs();

    /**
     * The network's answer.
     *
     * @param x   {@code [inputs]}, starting at {@code offset}
     * @param out {@code [outputs]}, overwritten
     */
    void forward(float[] x, int offset, float[] out);
}
