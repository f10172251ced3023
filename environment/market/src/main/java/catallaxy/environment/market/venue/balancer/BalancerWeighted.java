package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.venue.pool.PoolGas;
import catallaxy.environment.market.venue.pool.PoolPairs;
import java.util.ArrayList;
import java.util.List;

/** Balancer V2's weighted pools, and with them the recorded files of its vault and both libraries. */
public final class BalancerWeighted extends BalancerKind<BalancerWeightedSpec> {
    private static final PoolGas GAS = new PoolGas(100_000, 150_000, 130_000, 140_000);

    private static final VenueKey WEIGHTS = VenueKey.numbers(
            "weights", "1", 0.01, 99, "Share of each asset in the pool's worth, up to a common factor.");
    private static final VenueKey FEE = VenueKey.number("fee-bps", "30", 0.01, 1_000, "Kept of what is paid in.");
    private static final VenueKey POWER = VenueKey.word(
            "power",
            PowerVersion.LOGARITHMIC.label(),
            List.of(PowerVersion.LOGARITHMIC.label(), PowerVersion.EXACT.label()),
            "Version of the library of powers: 4.0.0 multiplies out the exponents 1, 2 and 4, 2.0.0 does not.");

    @Override
    public String name() {
        return "balancer-weighted";
    }

    @Override
    public String summary() {
        return "A pool of two to eight assets in fixed shares of its worth, with Balancer V2's arithmetic, unit for unit";
    }

    @Override
    public String detail() {
        return """
                out = balanceOut (1 − (balanceIn / (balanceIn + in (1 − fee)))^(weightIn / weightOut))
                A swap keeps Π balance^weight. At most 30 % of a balance goes in or out at once. Joins and exits in any proportions, or in one
                asset for exact shares. A venue for each pair of assets; the pool stands in a vault of its own.""";
    }

    @Override
    public Class<BalancerWeightedSpec> spec() {
        return BalancerWeightedSpec.class;
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(BALANCES, WEIGHTS, FEE, POWER);
    }

    @Override
    public List<BalancerWeightedSpec> read(VenueSettings settings) {
        List<UInt256> balances = settings.unitsOfEach(BALANCES, 0);
        PowerVersion power =
                settings.word(POWER).equals(PowerVersion.EXACT.label()) ? PowerVersion.EXACT : PowerVersion.LOGARITHMIC;
        WeightedCurve curve = new WeightedCurve(normalised(settings.numbersOfEach(WEIGHTS)), power);
        long fee = Math.round(FEE_UNITS_PER_BASIS_POINT * settings.number(FEE));
        return PoolPairs.specs(
                settings,
                (id, base, quote) -> new BalancerWeightedSpec(
                        id, settings.name(), settings.chain(), base, quote, settings.assets(), balances, curve, fee));
    }

    /** Weights that sum to one exactly: the last takes what rounding left. */
    static List<UInt256> normalised(List<Double> numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        List<UInt256> weights = new ArrayList<>();
        UInt256 rest = FixedPoint.ONE;
        for (double number : numbers.subList(0, numbers.size() - 1)) {
            UInt256 weight = UInt256.of(Math.round(1e18 * (number / sum)));
            rest = rest.minusExact(weight.min(rest));
            weights.add(weight);
        }
        weights.add(rest);
        return weights;
    }

    @Override
    public List<VectorFormat> vectors() {
        return vectors(PowerVersion.LOGARITHMIC);
    }

    /** The recorded files, replayed with a version of the power function. */
    public static List<VectorFormat> vectors(PowerVersion power) {
        return List.of(
                new VectorFormat(
                        FunctionArguments.COLUMNS, WeightedMathReplay::knows, () -> new WeightedMathReplay(power)),
                new VectorFormat(FunctionArguments.COLUMNS, StableMathReplay::knows, StableMathReplay::new),
                new VectorFormat(BalancerConfigReplay.COLUMNS, () -> new BalancerConfigReplay(power)),
                new VectorFormat(
                        BalancerVaultReplay.COLUMNS,
                        BalancerConfigReplay.COLUMNS,
                        pools -> new BalancerVaultReplay(power, pools)));
    }

    @Override
    protected PoolGas gas() {
        return GAS;
    }

    @Override
    BalancerTerms terms(BalancerWeightedSpec spec, List<Integer> decimals) {
        return new BalancerTerms(decimals, spec.curve(), spec.swapFee());
    }
}
