package catallaxy.environment.market.conformance;

import catallaxy.environment.market.chain.BlobFee;
import catallaxy.environment.market.chain.BlobFork;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Replays blob fees from one header to the next. Fees are wei per gas of any size; target, maximum and fraction are those of
 * the new block's fork, whose rules and not whose amounts the name decides, so that {@code custom} has any.
 */
final class BlobFeeReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of(
            "fork",
            "parentFork",
            "parentExcessBlobGas",
            "parentBlobGasUsed",
            "parentBaseFeePerGas",
            "target",
            "max",
            "updateFraction",
            "parentBlobBaseFee",
            "excessBlobGas",
            "blobBaseFee");
    private static final int MOST_DIGITS = 400;

    private final UnaryOperator<BlobFee> change;

    /** @param change what is done to each rule first: nothing, or a fault that is to be found */
    BlobFeeReplay(UnaryOperator<BlobFee> change) {
        this.change = change;
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        BlobFee rule = change.apply(rule(row));
        BigInteger excess = number(row, "parentExcessBlobGas");
        BlobFee before = row.text("parentFork").equals(row.text("fork"))
                ? rule
                : change.apply(named(row, "parentFork").orElse(rule));
        BigInteger next =
                rule.nextExcess(excess, row.longNumber("parentBlobGasUsed"), number(row, "parentBaseFeePerGas"));
        differences.expect(row, "parentBlobBaseFee", before.baseFee(excess));
        differences.expect(row, "excessBlobGas", next);
        differences.expect(row, "blobBaseFee", rule.baseFee(next));
    }

    private static BlobFee rule(VectorRow row) throws CorruptVectorException {
        boolean reserve = named(row, "fork").map(BlobFee::reservePrice).orElse(true);
        try {
            return new BlobFee(
                    row.longNumber("target"), row.longNumber("max"), row.longNumber("updateFraction"), reserve);
        } catch (IllegalArgumentException e) {
            throw row.corrupt("target", String.valueOf(e.getMessage()));
        }
    }

    /** The rule of a fork by its name; empty for amounts of the row's own. */
    private static Optional<BlobFee> named(VectorRow row, String column) throws CorruptVectorException {
        String name = row.text(column);
        Optional<BlobFork> fork = Arrays.stream(BlobFork.values())
                .filter(each -> each.word().equals(name) && each != BlobFork.NONE)
                .findFirst();
        return fork.orElseThrow(() -> row.corrupt(column, "unknown fork \"" + name + "\""))
                .rule();
    }

    private static BigInteger number(VectorRow row, String column) throws CorruptVectorException {
        String digits = row.text(column);
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw row.corrupt(column, "not a decimal number: \"" + digits + "\"");
        }
        return new BigInteger(digits);
    }
}
