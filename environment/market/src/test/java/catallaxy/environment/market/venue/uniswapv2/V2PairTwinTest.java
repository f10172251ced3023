package catallaxy.environment.market.venue.uniswapv2;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random operations of any magnitude on the pair and on its naive twin: same answers, reasons and state. */
final class V2PairTwinTest {
    private static final int OPERATIONS = 400;

    /** Both pairs with the same history. */
    private static final class Twins {
        final SplittableRandom random;
        final int scale;
        final Ledger ledger = new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18)));
        final int source = ledger.openIssuer("source");
        final int user = ledger.openAccount("user");
        final int protocol = ledger.openAccount("protocol");
        final V2Accounts accounts = V2Accounts.open(ledger, "pair", 0, 1);
        final NaivePair naive = new NaivePair();
        V2Pair pair = new V2Pair(accounts);
        long now;

        Twins(int seed) {
            random = new SplittableRandom(seed);
            scale = random.nextInt(4) == 0 ? 135 : random.nextInt(20, 113);
            now = random.nextBoolean() ? 1_700_000_000L : (1L << 32) - random.nextInt(1000);
        }

        BigInteger amount() {
            int bits = random.nextInt(scale);
            return new BigInteger(1, bytes()).mod(BigInteger.TWO.pow(bits));
        }

        private byte[] bytes() {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            return bytes;
        }

        /** A part of a number, mostly small. */
        BigInteger part(BigInteger whole) {
            return whole.multiply(BigInteger.valueOf(random.nextInt(1, 1 << random.nextInt(1, 20))))
                    .shiftRight(20);
        }

        String step() {
            now += random.nextInt(3) == 0 ? random.nextInt(100_000) : 0;
            return switch (random.nextInt(10)) {
                case 0 -> mint(amount(), amount());
                case 1 -> mint(part(naive.reserves[0]), part(naive.reserves[1]));
                case 2 -> burn(part(naive.user).shiftLeft(random.nextInt(2)));
                case 3 -> random.nextInt(8) == 0 ? donate(amount(), amount()) : fee(random.nextBoolean());
                case 4 -> sync();
                case 5 -> skim();
                default -> swap();
            };
        }

        private String swap() {
            int in = random.nextInt(2);
            BigInteger paid = random.nextBoolean() ? amount() : part(naive.reserves[in]);
            BigInteger out = naive.reserves[0].signum() == 0
                    ? BigInteger.ONE
                    : NaivePair.amountOut(paid, naive.reserves[in], naive.reserves[1 - in]);
            BigInteger asked = out.add(BigInteger.valueOf(random.nextInt(8) == 0 ? 1 : 0));
            BigInteger[] ins = {in == 0 ? paid : BigInteger.ZERO, in == 0 ? BigInteger.ZERO : paid};
            BigInteger back = random.nextInt(8) == 0 ? part(paid) : BigInteger.ZERO;
            BigInteger[] outs = {in == 0 ? back : asked, in == 0 ? asked : back};
            return same(() -> naive.swap(ins, outs, now), () -> {
                pay(ins[0], ins[1]);
                return pair.swap(ledger, now, UInt256.of(outs[0]), UInt256.of(outs[1]), source);
            });
        }

        private String mint(BigInteger in0, BigInteger in1) {
            return same(() -> naive.mint(new BigInteger[] {in0, in1}, now), () -> {
                pay(in0, in1);
                return pair.mint(ledger, now, user).status();
            });
        }

        private String burn(BigInteger shares) {
            return same(
                    () -> naive.burn(shares, now),
                    () -> ledger.transfer(user, accounts.pair(), accounts.shares(), UInt256.of(shares))
                            ? pair.burn(ledger, now, source).status()
                            : V2Status.SUB_UNDERFLOW);
        }

        private String donate(BigInteger in0, BigInteger in1) {
            return same(() -> naive.donate(new BigInteger[] {in0, in1}), () -> {
                pay(in0, in1);
                return V2Status.OK;
            });
        }

        private String fee(boolean on) {
            naive.feeOn = on;
            pair.setFeeTo(on ? protocol : V2Pair.NO_FEE);
            return "fee " + on;
        }

        private String sync() {
            return same(() -> naive.sync(now), () -> pair.sync(ledger, now));
        }

        private String skim() {
            return same(naive::skim, () -> pair.skim(ledger, source));
        }

        private void pay(BigInteger in0, BigInteger in1) {
            ledger.issue(source, accounts.pair(), 0, UInt256.of(in0));
            ledger.issue(source, accounts.pair(), 1, UInt256.of(in1));
        }

        private String same(Runnable expected, Supplier<V2Status> actual) {
            String reason = "ok";
            try {
                expected.run();
            } catch (NaivePair.Revert revert) {
                reason = String.valueOf(revert.getMessage());
            }
            int mark = ledger.mark();
            V2Status status = actual.get();
            if (status.ok()) {
                ledger.commit(mark);
            } else {
                ledger.revertTo(mark);
            }
            assertThat(status.reason()).isEqualTo(reason);
            return reason;
        }

        void compare() {
            assertThat(List.of(
                            pair.reserve0(),
                            pair.reserve1(),
                            ledger.balance(accounts.pair(), 0),
                            ledger.balance(accounts.pair(), 1),
                            pair.price0Cumulative(),
                            pair.price1Cumulative(),
                            pair.totalShares(ledger),
                            pair.kLast(),
                            ledger.balance(user, accounts.shares()),
                            ledger.balance(protocol, accounts.shares()),
                            UInt256.of(pair.timestampLast())))
                    .map(UInt256::toBigInteger)
                    .containsExactly(
                            naive.reserves[0],
                            naive.reserves[1],
                            naive.balances[0],
                            naive.balances[1],
                            naive.prices[0],
                            naive.prices[1],
                            naive.supply,
                            naive.kLast,
                            naive.user,
                            naive.protocol,
                            BigInteger.valueOf(naive.timestamp));
        }

        /** Goes on with what a snapshot of the pair restores. */
        void reload() {
            StateWriter out = new StateWriter();
            pair.save(out);
            StateReader in = new StateReader(out.toBytes());
            pair = V2Pair.load(in);
            in.end();
        }
    }

    @Test
    void agreesWithItsTwinAfterEveryOperation() {
        TreeMap<String, Integer> outcomes = new TreeMap<>();
        for (int seed = 0; seed < 120; seed++) {
            Twins twins = new Twins(seed);
            for (int operation = 0; operation < OPERATIONS; operation++) {
                try {
                    outcomes.merge(twins.step(), 1, Integer::sum);
                    twins.compare();
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", operation " + operation, e);
                }
            }
            twins.reload();
            twins.compare();
            assertThat(twins.ledger.check().violations()).as("seed %d", seed).isEmpty();
        }
        assertThat(new TreeSet<>(outcomes.keySet()))
                .as(outcomes.toString())
                .contains(
                        "ok",
                        "UniswapV2: K",
                        "UniswapV2: OVERFLOW",
                        "UniswapV2: INSUFFICIENT_INPUT_AMOUNT",
                        "UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT",
                        "UniswapV2: INSUFFICIENT_LIQUIDITY",
                        "UniswapV2: INSUFFICIENT_LIQUIDITY_MINTED",
                        "UniswapV2: INSUFFICIENT_LIQUIDITY_BURNED",
                        "ds-math-sub-underflow",
                        "ds-math-mul-overflow");
    }
}
