package catallaxy.environment.market.conformance;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.BaseFee;
import java.util.List;

/** Replays base fee transitions of mined blocks; {@code baseFee} and {@code nextBaseFee} are wei per gas. */
final class BaseFeeReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of("gasLimit", "gasUsed", "baseFee", "nextBaseFee");

    private final BaseFee rule;

    BaseFeeReplay(BaseFee rule) {
        this.rule = rule;
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        long gasLimit = row.longNumber("gasLimit");
        if (gasLimit < rule.elasticity()) {
            throw row.corrupt("gasLimit", gasLimit + " leaves no gas target");
        }
        UInt256 next = rule.next(row.number("baseFee"), row.longNumber("gasUsed"), gasLimit);
        differences.expect(row, "nextBaseFee", next);
    }
}
