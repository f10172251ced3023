package catallaxy.environment.market.world;

/** Where the fundamental price of one asset comes from: {@link DiffusionSpec simulated} or {@link ReplaySpec replayed}. */
public sealed interface PriceSpec permits DiffusionSpec, ReplaySpec {
    /** The asset's name, unique in its world. */
    String asset();
}
