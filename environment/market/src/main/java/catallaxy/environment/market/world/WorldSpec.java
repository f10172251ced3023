package catallaxy.environment.market.world;

import catallaxy.environment.base.check.Checks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The exogenous world of a scenario.
 *
 * @param stepNanos time between two updates of the prices, up to 365 days
 * @param assets names unique; the position of an asset is its index in the {@link World}
 * @param correlation of the simulated assets, in their order
 * @param commonJumpsPerYear intensity of the jumps in which several assets take part, in [0, 1e6]
 * @param shocks scripted moves of these assets
 * @param replayClock the start and gap policy of the replayed assets
 */
public record WorldSpec(
        long stepNanos,
        List<PriceSpec> assets,
        CorrelationSpec correlation,
        RegimeChainSpec regimes,
        double commonJumpsPerYear,
        List<ShockSpec> shocks,
        ReplayClockSpec replayClock) {
    private static final long MAX_STEP_NANOS = 365L * 86_400 * 1_000_000_000;

    public WorldSpec {
        assets = List.copyOf(assets);
        shocks = List.copyOf(shocks);
        Checks.inRange("stepNanos", stepNanos, 1, MAX_STEP_NANOS);
        Checks.inRange("commonJumpsPerYear", commonJumpsPerYear, 0, 1e6);
        Set<String> names = requireUniqueNames(assets);
        shocks.forEach(
                shock -> Checks.that(names.contains(shock.asset()), "shock.asset", "one of " + names, shock.asset()));
        int simulated = diffusions(assets).size();
        Checks.that(correlation.size() == simulated, "correlation", simulated + " rows", correlation.size());
        ReplayTimeline.of(replays(assets), replayClock);
    }

    /** Independent simulated assets in a single regime, without common jumps or shocks. */
    public static WorldSpec independent(long stepNanos, List<DiffusionSpec> assets) {
        return new WorldSpec(
                stepNanos,
                List.copyOf(assets),
                CorrelationSpec.identity(assets.size()),
                RegimeChainSpec.CONSTANT,
                0,
                List.of(),
                ReplayClockSpec.UNUSED);
    }

    /**
     * The index of an asset.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public int indexOf(String asset) {
        List<String> names = assets.stream().map(PriceSpec::asset).toList();
        Checks.that(names.contains(asset), "asset", "one of " + names, asset);
        return names.indexOf(asset);
    }

    /** The last simulated time at which every replayed asset still has a price; {@link Long#MAX_VALUE} without replay. */
    public long endNanos() {
        return timeline().endNanos();
    }

    /** The recorded time, nanoseconds since 1970, of a simulated one; gaps that are skipped lie between. */
    public long recordedTime(long simulatedNanos) {
        return timeline().recordedTime(simulatedNanos);
    }

    List<DiffusionSpec> diffusions() {
        return diffusions(assets);
    }

    List<ReplaySpec> replays() {
        return replays(assets);
    }

    ReplayTimeline timeline() {
        return ReplayTimeline.of(replays(), replayClock);
    }

    private static Set<String> requireUniqueNames(List<PriceSpec> assets) {
        Set<String> names = new LinkedHashSet<>();
        for (PriceSpec asset : assets) {
            Checks.that(names.add(asset.asset()), "assets", "unique names", "two of the name " + asset.asset());
        }
        return names;
    }

    private static List<DiffusionSpec> diffusions(List<PriceSpec> assets) {
        return assets.stream()
                .filter(DiffusionSpec.class::isInstance)
                .map(DiffusionSpec.class::cast)
                .toList();
    }

    private static List<ReplaySpec> replays(List<PriceSpec> assets) {
        return assets.stream()
                .filter(ReplaySpec.class::isInstance)
                .map(ReplaySpec.class::cast)
                .toList();
    }
}
