package catallaxy.scenarios.bench;

import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;

/** Products of 256-bit numbers divided by a third, with a 512-bit intermediate: the inner step of pool arithmetic. */
final class MulDivWorkload implements Workload {
    private static final int OPERANDS = 1024;

    private final UInt256[] operands = new UInt256[OPERANDS];

    MulDivWorkload() {
        BigInteger multiplier = new BigInteger("6364136223846793005");
        BigInteger value = BigInteger.ONE;
        for (int index = 0; index < OPERANDS; index++) {
            value = value.multiply(multiplier).add(multiplier).mod(BigInteger.TWO.pow(200));
            operands[index] = UInt256.of(value.setBit(199));
        }
    }

    @Override
    public long run(int operations) {
        long checksum = 0;
        for (int index = 0; index < operations; index++) {
            UInt256 product = operands[index % OPERANDS].mulDivFloor(
                    operands[(index + 1) % OPERANDS], operands[(index + 2) % OPERANDS]);
            checksum = checksum * 31 + product.hashCode();
        }
        return checksum;
    }
}
