package catallaxy.environment.market.storm;

/** A world in which it storms: does one random operation after another, and looks at what must hold. */
interface Storm {
    /**
     * Goes on until so many operations more have been done, those of checks that try something included.
     *
     * @throws StormFault if something does not hold
     */
    void rage(long operations);

    /** Operations done so far. */
    long operations();
}
