package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.balancer.BalancerStableSpec;
import catallaxy.environment.market.venue.balancer.BalancerWeightedSpec;
import catallaxy.environment.market.venue.balancer.PowerVersion;
import catallaxy.environment.market.venue.balancer.StableCurve;
import catallaxy.environment.market.venue.balancer.WeightedCurve;
import catallaxy.environment.market.venue.pool.PoolSpec;
import java.util.ArrayList;
import java.util.List;

/** Pools of Balancer's vault. */
abstract class BalancerStorm extends PoolStorm {
    private static final long LEAST_FEE = 1_000_000_000_000L;
    private static final long MOST_FEE = 100_000_000_000_000_000L;

    static long fee(Draw draw) {
        return draw.oneIn(4) ? LEAST_FEE : LEAST_FEE + draw.below(MOST_FEE - LEAST_FEE);
    }

    /** Of weights from a hundredth up, with either version of the power function. */
    static final class Weighted extends BalancerStorm {
        @Override
        public String name() {
            return "balancer-weighted";
        }

        @Override
        int mostAssets() {
            return 5;
        }

        @Override
        List<? extends PoolSpec> pairs(Draw draw, List<AssetSpec> assets) {
            WeightedCurve curve = new WeightedCurve(
                    weights(draw, assets.size()), draw.oneIn(2) ? PowerVersion.LOGARITHMIC : PowerVersion.EXACT);
            List<UInt256> balances = StableSwapStorm.balances(draw, assets, draw.between(4, 40));
            long fee = fee(draw);
            return each(
                    assets.size(),
                    pair -> new BalancerWeightedSpec(
                            "weighted." + pair[0] + "-" + pair[1],
                            "weighted",
                            0,
                            pair[0],
                            pair[1],
                            places(assets),
                            balances,
                            curve,
                            fee));
        }

        private static List<UInt256> weights(Draw draw, int count) {
            List<UInt256> weights = new ArrayList<>();
            long left = 100;
            for (int i = 1; i < count; i++) {
                int part = draw.oneIn(2) ? (int) left / 2 : draw.between(1, (int) left - (count - i));
                weights.add(percent(part));
                left -= part;
            }
            weights.add(percent(left));
            return weights;
        }

        private static UInt256 percent(long part) {
            return UInt256.of(part * WeightedCurve.LEAST_WEIGHT);
        }
    }

    /** Of assets that are worth about the same. */
    static final class Stable extends BalancerStorm {
        @Override
        public String name() {
            return "balancer-stable";
        }

        @Override
        int mostAssets() {
            return 4;
        }

        @Override
        Call hop(StormState state, Draw draw, int who, int venue) {
            return StableSwapStorm.balancing(state, draw, who, venue);
        }

        @Override
        List<? extends PoolSpec> pairs(Draw draw, List<AssetSpec> assets) {
            StableCurve curve = new StableCurve(draw.between(1, 5_000));
            List<UInt256> balances = StableSwapStorm.balances(draw, assets, draw.between(4, 40));
            long fee = fee(draw);
            return each(
                    assets.size(),
                    pair -> new BalancerStableSpec(
                            "stable." + pair[0] + "-" + pair[1],
                            "stable",
                            0,
                            pair[0],
                            pair[1],
                            places(assets),
                            balances,
                            curve,
                            fee));
        }
    }
}
