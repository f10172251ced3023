package catallaxy.agents.network;

/** Where the user wants networks to be computed. */
public enum DeviceChoice {
    /** A GPU where PyTorch finds one, otherwise the CPU. */
    AUTO,
    CPU,
    /** A GPU; an error where there is none. */
    GPU
}
