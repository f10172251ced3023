package catallaxy.environment.market.arbitrage;

import catallaxy.environment.base.check.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The most of one asset that all trades over some conversions together can gain, an upper bound on every set of routes: convex routing,
 * Angeris, Evans, Chitra and Boyd 2022, https://arxiv.org/abs/2204.05238, by the dual decomposition of Diamandis, Resnick, Chitra and
 * Angeris 2023, https://arxiv.org/abs/2302.04938.
 *
 * <p>With prices ν of all assets, 1 of the one that is gained, a conversion from i to j by itself earns at most
 * {@code ν_j out(x) − ν_i x} at {@code x = inTo(ν_i / ν_j)}, in closed form where it has one. The sum g(ν) over all conversions is at
 * least what any trades without a shortage gain, at any prices, so that it is a bound even where the search ends early; its minimum is
 * the optimum. g is convex and its slope by ν_j is the net flow of asset j.
 *
 * <p>The algorithm: prices are set one after another to where the flow of their asset is nought, by bisection, since each flow rises with
 * its own price; sweeps over all prices go on until one lowers g by less than 10⁻¹² of it. Where g has kinks, as at conversions of one
 * rate, such a descent may stop above the minimum: the bound holds, but need not be tight. Deviations from the paper: this descent in
 * place of L-BFGS-B; the objective is one asset. Rounding of settlement only lowers what can be gained.
 *
 * @param gain     g at the prices, whole units of the asset that is gained: no trades gain more
 * @param shortage Σ ν_j |flow of j| over the other assets: what separates the trades at these prices from trades that can be made, and a
 *                 bound on the duality gap as far as they can be mended at these prices
 * @param assets   the assets at places, in order
 * @param prices   ν of each, as many
 * @param inputs   what each conversion takes at these prices, in their order
 * @param sweeps   that were made
 */
public record RoutingBound(
        double gain, double shortage, List<AssetAt> assets, List<Double> prices, List<Double> inputs, int sweeps) {
    public RoutingBound {
        assets = List.copyOf(assets);
        prices = List.copyOf(prices);
        inputs = List.copyOf(inputs);
    }

    /**
     * The bound for one asset.
     *
     * @throws IllegalArgumentException if no conversion gives it
     */
    public static RoutingBound of(List<Conversion> conversions, AssetAt gained) {
        return new Dual(conversions, gained).minimum();
    }

    /** g and its descent; owned by one search. */
    private static final class Dual {
        private static final int MOST_SWEEPS = 2_000;
        private static final int BISECTIONS = 60;
        private static final double PRECISION = 1e-12;
        private static final double FIRST_STEP = 1e-3;
        private static final double FARTHEST = 1e9;

        private final List<Conversion> conversions;
        private final List<AssetAt> assets;
        private final int gained;
        private final int[] from;
        private final int[] to;
        private final double[] prices;
        /** The conversions at each asset. */
        private final List<List<Integer>> at = new ArrayList<>();

        Dual(List<Conversion> conversions, AssetAt gained) {
            this.conversions = List.copyOf(conversions);
            TreeSet<AssetAt> nodes = new TreeSet<>();
            conversions.forEach(each -> nodes.addAll(List.of(each.from(), each.to())));
            Checks.that(nodes.contains(gained), "gained", "an asset of a conversion", gained);
            assets = List.copyOf(nodes);
            this.gained = assets.indexOf(gained);
            from = conversions.stream()
                    .mapToInt(each -> assets.indexOf(each.from()))
                    .toArray();
            to = conversions.stream()
                    .mapToInt(each -> assets.indexOf(each.to()))
                    .toArray();
            assets.forEach(_ -> at.add(new ArrayList<>()));
            for (int i = 0; i < from.length; i++) {
                at.get(from[i]).add(i);
                at.get(to[i]).add(i);
            }
            prices = firstPrices();
        }

        /** What a unit of each gives of the asset that is gained, along the first way back; 1 where there is none. */
        private double[] firstPrices() {
            double[] first = new double[assets.size()];
            first[gained] = 1;
            for (int round = 0; round < first.length; round++) {
                for (int i = 0; i < from.length; i++) {
                    double rate = conversions.get(i).rate();
                    if (first[from[i]] == 0 && first[to[i]] > 0 && rate > 0) {
                        first[from[i]] = first[to[i]] * rate;
                    }
                }
            }
            return Arrays.stream(first).map(price -> price > 0 ? price : 1).toArray();
        }

        RoutingBound minimum() {
            double before = Double.POSITIVE_INFINITY;
            double now = value();
            int sweeps = 0;
            while (before - now > PRECISION * now && sweeps < MOST_SWEEPS) {
                for (int asset = 0; asset < prices.length; asset++) {
                    if (asset != gained) {
                        balance(asset);
                    }
                }
                before = now;
                now = value();
                sweeps++;
            }
            return result(now, sweeps);
        }

        private RoutingBound result(double gain, int sweeps) {
            double shortage = 0;
            for (int asset = 0; asset < prices.length; asset++) {
                shortage += asset == gained ? 0 : prices[asset] * StrictMath.abs(flow(asset));
            }
            List<Double> inputs = new ArrayList<>();
            for (int i = 0; i < from.length; i++) {
                inputs.add(input(i));
            }
            List<Double> found = Arrays.stream(prices).boxed().toList();
            return new RoutingBound(gain, shortage, assets, found, inputs, sweeps);
        }

        private double input(int i) {
            return conversions.get(i).inTo(prices[from[i]] / prices[to[i]]);
        }

        /** g. */
        private double value() {
            double sum = 0;
            for (int i = 0; i < from.length; i++) {
                double in = input(i);
                sum += in > 0 ? prices[to[i]] * conversions.get(i).out(in) - prices[from[i]] * in : 0;
            }
            return sum;
        }

        /** What all conversions give of an asset less what they take. */
        private double flow(int asset) {
            double sum = 0;
            for (int i : at.get(asset)) {
                double in = input(i);
                sum += from[i] == asset ? -in : in > 0 ? conversions.get(i).out(in) : 0;
            }
            return sum;
        }

        private double flow(int asset, double price) {
            prices[asset] = price;
            return flow(asset);
        }

        /** Sets a price to where the asset's flow is nought. */
        private void balance(int asset) {
            double now = prices[asset];
            double flow = flow(asset);
            if (flow == 0) {
                return;
            }
            double factor = flow > 0 ? 1 - FIRST_STEP : 1 + FIRST_STEP;
            double end = now;
            double start = now;
            while (flow(asset, end) * flow > 0 && end > now / FARTHEST && end < now * FARTHEST) {
                start = end;
                end *= factor;
                factor *= factor;
            }
            prices[asset] = bisected(asset, start, end, flow > 0);
        }

        /** The price between one with a flow of the sign and one without. */
        private double bisected(int asset, double start, double end, boolean positive) {
            double with = start;
            double without = end;
            for (int i = 0; i < BISECTIONS && with != without; i++) {
                double middle = (with + without) / 2;
                if (flow(asset, middle) > 0 == positive && flow(asset) != 0) {
                    with = middle;
                } else {
                    without = middle;
                }
            }
            return without;
        }
    }
}
