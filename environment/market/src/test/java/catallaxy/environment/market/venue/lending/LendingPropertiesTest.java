package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.Lenders.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;

/** What holds after any operations: value is conserved, claims are covered, indices only rise, liquidators do not pay too much. */
final class LendingPropertiesTest {
    private static final int OPERATIONS = 150;
    private static final int SEEDS = 60;

    /** Three accounts at random, prices that wander, days that pass. */
    private static final class Crowd {
        final RandomStream random;
        final Lenders market;
        final TreeMap<String, Integer> outcomes = new TreeMap<>();
        /** By how many units roundings may have moved claims against what covers them, for each reserve. */
        final double[] rounding = new double[2];

        Crowd(long seed) {
            random = RandomStream.of(seed, "crowd");
            market = new Lenders(random.nextInt(2) == 0 ? 0 : random.nextInt(3_000));
        }

        int account() {
            return List.of(market.alice, market.bob, market.liquidator).get(random.nextInt(3));
        }

        private UInt256 amount(int reserve) {
            double whole = Math.exp(16 * random.nextDouble() - 8);
            return switch (random.nextInt(12)) {
                case 0 -> ALL;
                case 1 -> UInt256.of(random.nextInt(4));
                default -> reserve == Lenders.ETHER ? Lenders.ether(whole) : Lenders.dollars(200 * whole);
            };
        }

        void step() {
            market.now += random.nextInt(3) == 0 ? random.nextInt(30_000_000) : random.nextInt(3);
            int reserve = random.nextInt(2);
            int account = account();
            UInt256 amount = amount(reserve);
            switch (random.nextInt(9)) {
                case 0, 1 -> done("supply", reserve, market.supply(account, reserve, amount));
                case 2 -> done("withdraw", reserve, market.withdraw(account, reserve, amount));
                case 3 -> done("borrow", reserve, market.borrow(account, reserve, amount));
                case 4 -> done("borrow", reserve, market.borrow(account, reserve, affordable(account, reserve)));
                case 5 -> done("repay", reserve, market.repay(account, reserve, amount));
                case 6 -> market.prices.set(reserve, wandered(market.prices.get(reserve)));
                case 7 -> done("treasury", reserve, market.does(at -> market.pool.mintToTreasury(at)));
                default -> liquidate(reserve);
            }
        }

        /** A part of what the account may borrow and the reserve has. */
        private UInt256 affordable(int account, int reserve) {
            double worth = market.health(account).available().doubleValue();
            double whole = worth / market.prices.get(reserve).doubleValue();
            UInt256 most = UInt256.of(new BigDecimal(whole * market.ledger.baseUnits(reserve)).toBigInteger());
            UInt256 held = market.pool.held(market.ledger, reserve);
            return most.min(held).mulDivFloor(UInt256.of(random.nextInt(1_000)), UInt256.of(1_000));
        }

        private UInt256 wandered(UInt256 price) {
            return price.timesExact(UInt256.of(700 + random.nextInt(700)))
                    .dividedBy(UInt256.of(1_000))
                    .max(UInt256.of(1_000));
        }

        private void liquidate(int collateral) {
            int debt = random.nextInt(2);
            int borrower = random.nextInt(2) == 0 ? market.alice : market.bob;
            boolean asClaim = random.nextInt(2) == 0;
            double risk = market.health(borrower).factor().doubleValue();
            Result result = market.liquidate(borrower, collateral, debt, amount(debt), asClaim);
            done("liquidate", collateral, result);
            rounding[debt] += 2;
            if (result.ok()) {
                assertThat(risk).as("only what is at risk is liquidated").isLessThan(1e18);
                requireGain(collateral, debt, result);
            }
        }

        /** What the liquidator gets is worth what it paid, up to the roundings of both amounts. */
        private void requireGain(int collateral, int debt, Result result) {
            double paid = worth(debt, result.amounts().getFirst());
            double got = worth(collateral, result.amounts().get(1));
            double unit = worth(collateral, UInt256.of(2)) + worth(debt, UInt256.of(2));
            assertThat(got).as("got for %s paid", paid).isGreaterThanOrEqualTo(paid * (1 - 1e-12) - unit);
        }

        private double worth(int reserve, UInt256 amount) {
            return market.ledger.toWhole(reserve, amount)
                    * market.prices.get(reserve).doubleValue();
        }

        private void done(String what, int reserve, Result result) {
            outcomes.merge(what + " " + (result.ok() ? "ok" : result.reason()), 1, Integer::sum);
            rounding[reserve] += 2;
            rounding[1 - reserve] += what.equals("treasury") ? 2 : 0;
        }

        void requireConserved() {
            assertThat(market.ledger.check().violations()).isEmpty();
            for (int reserve = 0; reserve < 2; reserve++) {
                UInt256 supplied = UInt256.ZERO;
                UInt256 owed = UInt256.ZERO;
                for (int account = 0; account < market.pool.positions(); account++) {
                    supplied = supplied.plusExact(
                            market.pool.position(account).supplied().get(reserve));
                    owed = owed.plusExact(market.pool.position(account).owed().get(reserve));
                }
                assertThat(supplied).isEqualTo(market.pool.reserve(reserve).scaledSupply());
                assertThat(owed).isEqualTo(market.pool.reserve(reserve).scaledDebt());
            }
        }

        /** What is held and owed covers all claims, but for what scaling and indices round: units of the index's growth. */
        void requireSolvent() {
            for (int reserve = 0; reserve < 2; reserve++) {
                double index =
                        market.pool.reserve(reserve).debtIndexAt(market.now).doubleValue() / 1e27;
                double missing = market.pool
                        .shortfall(market.ledger, reserve, market.now)
                        .doubleValue();
                double size = market.pool.reserve(reserve).supplyAt(market.now).doubleValue();
                assertThat(missing)
                        .as("reserve %d", reserve)
                        .isLessThanOrEqualTo((4 + rounding[reserve]) * index + 1e-20 * size);
            }
        }
    }

    private static void each(ObjIntConsumer<Crowd> check) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Crowd crowd = new Crowd(seed);
            for (int operation = 0; operation < OPERATIONS; operation++) {
                try {
                    check.accept(crowd, operation);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", operation " + operation, e);
                }
            }
        }
    }

    @Test
    void valueIsConservedAndClaimsAreCovered() {
        TreeMap<String, Integer> outcomes = new TreeMap<>();
        each((crowd, operation) -> {
            crowd.step();
            crowd.requireConserved();
            crowd.requireSolvent();
            if (operation == OPERATIONS - 1) {
                crowd.outcomes.forEach((what, count) -> outcomes.merge(what, count, Integer::sum));
            }
        });
        assertThat(outcomes.keySet())
                .as(outcomes.toString())
                .contains(
                        "supply ok",
                        "withdraw ok",
                        "borrow ok",
                        "repay ok",
                        "liquidate ok",
                        "treasury ok",
                        "borrow 34",
                        "borrow 35",
                        "borrow 36",
                        "repay 39",
                        "liquidate 45",
                        "withdraw 32");
    }

    @Test
    void indicesNeverFall() {
        each((crowd, operation) -> {
            UInt256[] before = indices(crowd.market);
            crowd.step();
            UInt256[] after = indices(crowd.market);
            for (int i = 0; i < before.length; i++) {
                assertThat(after[i]).isGreaterThanOrEqualTo(before[i]).isGreaterThanOrEqualTo(RayMath.RAY);
            }
        });
    }

    private static UInt256[] indices(Lenders market) {
        return new UInt256[] {
            market.pool.reserve(0).liquidityIndex(),
            market.pool.reserve(0).debtIndex(),
            market.pool.reserve(1).liquidityIndex(),
            market.pool.reserve(1).debtIndex()
        };
    }

    /** In and out at one moment gains at most a unit, and what rounding keeps is at most half an index. */
    @Test
    void aCycleOfSupplyAndWithdrawalGainsAtMostAUnit() {
        int gained = 0;
        for (int seed = 0; seed < 200; seed++) {
            Crowd crowd = new Crowd(seed);
            for (int operation = 0; operation < 60; operation++) {
                crowd.step();
            }
            Lenders market = crowd.market;
            int guest = market.ledger.openAccount("guest");
            UInt256 paid = UInt256.of(1 + crowd.random.nextInt(1_000));
            market.ledger.transfer(market.alice, guest, Lenders.DOLLARS, paid);
            if (market.supply(guest, Lenders.DOLLARS, paid).ok()
                    && market.withdraw(guest, Lenders.DOLLARS, ALL).ok()) {
                double gain = market.owned(guest, Lenders.DOLLARS).doubleValue() - paid.doubleValue();
                double index =
                        market.pool.reserve(Lenders.DOLLARS).liquidityIndex().doubleValue() / 1e27;
                assertThat(Math.abs(gain)).as("seed %d", seed).isLessThanOrEqualTo(index / 2 + 0.5);
                gained += gain > 0 ? 1 : 0;
            }
        }
        assertThat(gained).as("half-up rounding does pay sometimes").isPositive();
    }

    @Test
    void whatRevertsLeavesEverythingAsItWas() {
        each((crowd, operation) -> {
            Lenders market = crowd.market;
            crowd.step();
            LendingPool before = market.pool.copy();
            UInt256 tooMuch = UInt256.powerOfTwo(100);
            assertThat(market.supply(market.alice, 0, tooMuch).ok()).isFalse();
            assertThat(market.borrow(market.bob, 1, tooMuch).ok()).isFalse();
            for (int reserve = 0; reserve < 2; reserve++) {
                assertThat(market.pool.reserve(reserve)).isEqualTo(before.reserve(reserve));
            }
            assertThat(market.pool.position(market.bob)).isEqualTo(before.position(market.bob));
        });
    }
}
