package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what recorded pools were made with, and shows that it is accepted as it is written. */
final class BalancerConfigReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of("seq", "kind", "n", "decimals", "weights", "amp", "swapFee");

    private final PowerVersion power;

    BalancerConfigReplay(PowerVersion power) {
        this.power = power;
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        BalancerTerms terms = terms(row, power);
        differences.expect(row, "n", terms.decimals().size());
        differences.expect(row, "decimals", joined(terms.decimals()));
        differences.expect(row, "swapFee", terms.swapFee());
        switch (terms.curve()) {
            case WeightedCurve weighted -> differences.expect(row, "weights", joined(weighted.weights()));
            case StableCurve stable -> differences.expect(row, "amp", stable.amplification());
        }
    }

    private static String joined(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining(";"));
    }

    /** The terms in a row. */
    static BalancerTerms terms(VectorRow row, PowerVersion power) throws CorruptVectorException {
        List<Integer> decimals = new ArrayList<>();
        for (UInt256 each : row.numbers("decimals")) {
            decimals.add((int) each.min(UInt256.of(BalancerTerms.DECIMALS + 1)).longValueExact());
        }
        try {
            return new BalancerTerms(decimals, curve(row, power), row.longNumber("swapFee"));
        } catch (IllegalArgumentException e) {
            throw row.corrupt("kind", String.valueOf(e.getMessage()));
        }
    }

    private static BalancerCurve curve(VectorRow row, PowerVersion power) throws CorruptVectorException {
        return switch (row.text("kind")) {
            case "weighted" -> new WeightedCurve(row.numbers("weights"), power);
            case "stable" -> new StableCurve(row.longNumber("amp"));
            default -> throw row.corrupt("kind", "unknown kind \"" + row.text("kind") + "\"");
        };
    }
}
