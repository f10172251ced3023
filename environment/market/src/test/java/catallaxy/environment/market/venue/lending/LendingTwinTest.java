package catallaxy.environment.market.venue.lending;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Result;
import java.math.BigInteger;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random operations on a pool and on its naive twin: same indices, rates, scaled amounts and health after every one. */
final class LendingTwinTest {
    private static final int OPERATIONS = 120;

    /** Both with the same history; of accounts 0 and 1. */
    private static final class Twins {
        final RandomStream random;
        final Lenders market = new Lenders();
        final NaiveLending naive;
        final TreeMap<String, Integer> accepted = new TreeMap<>();

        Twins(long seed) {
            random = RandomStream.of(seed, "twins");
            naive = new NaiveLending(market.pool.configs().toArray(new ReserveConfig[0]), 2);
        }

        int account(int number) {
            return number == 0 ? market.alice : market.bob;
        }

        void step() {
            market.now += random.nextInt(3) == 0 ? random.nextInt(20_000_000) : random.nextInt(3);
            int who = random.nextInt(2);
            int reserve = random.nextInt(2);
            double whole = Math.exp(12 * random.nextDouble() - 4);
            UInt256 amount = reserve == Lenders.ETHER ? Lenders.ether(whole) : Lenders.dollars(1_000 * whole);
            switch (random.nextInt(5)) {
                case 0 -> supply(who, reserve, amount);
                case 1 -> withdraw(who, reserve, amount);
                case 2, 3 -> borrow(who, reserve, amount);
                default -> repay(who, reserve, random.nextInt(3) == 0 ? Lenders.ALL : amount);
            }
        }

        private void supply(int who, int reserve, UInt256 amount) {
            Result result = market.supply(account(who), reserve, amount);
            if (done("supply", result)) {
                naive.supply(who, reserve, result.amount().toBigInteger(), market.now);
            }
        }

        private void withdraw(int who, int reserve, UInt256 amount) {
            Result result = market.withdraw(account(who), reserve, amount);
            if (done("withdraw", result)) {
                naive.withdraw(who, reserve, result.amount().toBigInteger(), market.now);
            }
        }

        private void borrow(int who, int reserve, UInt256 amount) {
            Result result = market.borrow(account(who), reserve, amount);
            if (done("borrow", result)) {
                naive.borrow(who, reserve, result.amount().toBigInteger(), market.now);
            }
        }

        private void repay(int who, int reserve, UInt256 amount) {
            Result result = market.repay(account(who), reserve, amount);
            if (done("repay", result)) {
                naive.repay(who, reserve, result.amount().toBigInteger(), market.now);
            }
        }

        private boolean done(String what, Result result) {
            accepted.merge(what, result.ok() ? 1 : 0, Integer::sum);
            return result.ok();
        }

        void compare() {
            BigInteger[] prices = {
                market.prices.get(0).toBigInteger(), market.prices.get(1).toBigInteger()
            };
            for (int r = 0; r < 2; r++) {
                ReserveState reserve = market.pool.reserve(r);
                assertThat(reserve.liquidityIndex().toBigInteger()).isEqualTo(naive.index[r]);
                assertThat(reserve.debtIndex().toBigInteger()).isEqualTo(naive.debtIndex[r]);
                assertThat(reserve.liquidityRate().toBigInteger()).isEqualTo(naive.rate[r]);
                assertThat(reserve.debtRate().toBigInteger()).isEqualTo(naive.debtRate[r]);
                assertThat(reserve.accruedToTreasury().toBigInteger()).isEqualTo(naive.treasury[r]);
                assertThat(market.pool.held(market.ledger, r).toBigInteger()).isEqualTo(naive.held[r]);
                assertThat(reserve.scaledSupply().toBigInteger()).isEqualTo(naive.total(naive.supplied, r));
                assertThat(reserve.scaledDebt().toBigInteger()).isEqualTo(naive.total(naive.owed, r));
            }
            for (int who = 0; who < 2; who++) {
                BigInteger health = naive.health(who, market.now, prices);
                UInt256 told = market.health(account(who)).factor();
                assertThat(told).isEqualTo(health.signum() < 0 ? UInt256.MAX : UInt256.of(health));
            }
        }
    }

    @Test
    void agreesWithItsTwinAfterEveryOperation() {
        TreeMap<String, Integer> accepted = new TreeMap<>();
        for (long seed = 0; seed < 60; seed++) {
            Twins twins = new Twins(seed);
            for (int operation = 0; operation < OPERATIONS; operation++) {
                try {
                    twins.step();
                    twins.compare();
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", operation " + operation, e);
                }
            }
            twins.accepted.forEach((what, count) -> accepted.merge(what, count, Integer::sum));
        }
        assertThat(accepted.values()).as(accepted.toString()).allMatch(count -> count > 200);
    }
}
