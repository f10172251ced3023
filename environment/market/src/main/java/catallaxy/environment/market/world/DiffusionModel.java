package catallaxy.environment.market.world;

import java.util.List;

/** The constants of the simulated assets of a world. Immutable, shared by its copies. */
final class DiffusionModel {
    private final List<DiffusionSpec> assets;
    private final double[] cholesky;
    private final double commonJumpsPerYear;

    DiffusionModel(List<DiffusionSpec> assets, CorrelationSpec correlation, double commonJumpsPerYear) {
        this.assets = assets;
        this.cholesky = correlation.cholesky();
        this.commonJumpsPerYear = commonJumpsPerYear;
    }

    int size() {
        return assets.size();
    }

    DiffusionSpec asset(int slot) {
        return assets.get(slot);
    }

    double commonJumpsPerYear() {
        return commonJumpsPerYear;
    }

    /** All jumps of an asset a year, in a regime with multiplier 1. */
    double jumpsPerYear(int slot) {
        JumpSpec jumps = asset(slot).jumps();
        return jumps.intensityPerYear() + commonJumpsPerYear * jumps.commonProbability();
    }

    /** {@code c λ κ}: what compensation takes from the drift, per year of jump exposure. */
    double compensationPerYear(int slot) {
        JumpSpec jumps = asset(slot).jumps();
        return jumps.compensated() ? jumpsPerYear(slot) * jumps.meanRelativeJump() : 0;
    }

    /** Row {@code slot} of the Cholesky factor applied to independent normals. */
    double correlate(int slot, double[] normals) {
        double sum = 0;
        int row = slot * normals.length;
        for (int j = 0; j <= slot; j++) {
            sum += cholesky[row + j] * normals[j];
        }
        return sum;
    }
}
