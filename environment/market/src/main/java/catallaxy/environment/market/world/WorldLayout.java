package catallaxy.environment.market.world;

import java.util.List;

/** What a world never changes: where each asset's price comes from, its shocks, and the constants of both sources. */
final class WorldLayout {
    private final WorldSpec spec;
    private final DiffusionModel diffusionModel;
    private final List<ReplaySpec> replays;
    private final double[][] volatilities;
    private final ReplayTimeline timeline;
    private final boolean[] replayed;
    private final int[] slots;
    private final ShockSpec[][] shocks;

    WorldLayout(WorldSpec spec) {
        this.spec = spec;
        diffusionModel = new DiffusionModel(spec.diffusions(), spec.correlation(), spec.commonJumpsPerYear());
        replays = spec.replays();
        timeline = spec.timeline();
        volatilities = replays.stream()
                .map(replay -> RealisedVolatility.perYear(replay.candles()))
                .toArray(double[][]::new);
        int size = spec.assets().size();
        replayed = new boolean[size];
        slots = new int[size];
        shocks = new ShockSpec[size][];
        assignSlots();
    }

    private void assignSlots() {
        int simulatedCount = 0;
        int replayedCount = 0;
        for (int i = 0; i < slots.length; i++) {
            PriceSpec asset = spec.assets().get(i);
            replayed[i] = asset instanceof ReplaySpec;
            slots[i] = replayed[i] ? replayedCount++ : simulatedCount++;
            shocks[i] = spec.shocks().stream()
                    .filter(shock -> shock.asset().equals(asset.asset()))
                    .toArray(ShockSpec[]::new);
        }
    }

    WorldSpec spec() {
        return spec;
    }

    DiffusionModel diffusionModel() {
        return diffusionModel;
    }

    ReplayPrices replayAt(long timeNanos) {
        return ReplayPrices.at(timeNanos, replays, volatilities, timeline);
    }

    long endNanos() {
        return timeline.endNanos();
    }

    int size() {
        return slots.length;
    }

    boolean replayed(int asset) {
        return replayed[asset];
    }

    int slot(int asset) {
        return slots[asset];
    }

    /** What scripted shocks have multiplied the asset's price by. */
    double shockFactor(int asset, long timeNanos) {
        double displacement = 0;
        for (ShockSpec shock : shocks[asset]) {
            displacement += shock.displacement(timeNanos);
        }
        return displacement == 0 ? 1 : StrictMath.exp(displacement);
    }
}
