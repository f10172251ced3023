package catallaxy.environment.market.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pools alone, against the formulas in exact rationals. */
final class LiquidityPoolsTest {
    private static final int HOME = 0;
    private static final int REMOTE = 1;
    private static final int USDC = 0;
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /** A bridge with pools and somebody who sends and provides. */
    private static final class Town {
        final Ledger ledger = new Ledger(List.of(new AssetSpec("USDC", 6)));
        final int genesis = ledger.openIssuer("genesis");
        final BridgeSpec spec;
        final LiquidityPools pools;
        final int alice = ledger.openAccount("alice");

        Town(long feePips, double fixed, long lambdaPips, double home, double remote) {
            spec = new BridgeSpec(
                    "pools",
                    HOME,
                    REMOTE,
                    List.of(USDC),
                    BridgeSpec.Kind.LIQUIDITY,
                    new BridgeSpec.Passage(0, false, 0, 0, 0, 0),
                    new BridgeSpec.Fees(feePips, List.of(fixed)),
                    List.of(),
                    BridgeSpec.RateLimit.NONE,
                    new BridgeSpec.Liquidity(List.of(home), List.of(remote), lambdaPips));
            Bridge.open(spec, ledger);
            Bridge.of(spec, ledger, USDC, 1)
                    .found(ledger, (account, _, asset, amount) -> ledger.issue(genesis, account, asset, amount));
            pools = LiquidityPools.of(spec, ledger);
            ledger.issue(genesis, alice, USDC, UInt256.of(1_000_000_000_000L));
        }

        long pool(int chain) {
            return ledger.balance(pools.pool(chain), USDC).longValueExact();
        }

        long pot(int chain) {
            return ledger.balance(pools.pot(chain), USDC).longValueExact();
        }

        /** Sends and lets arrive; whether it could be paid. */
        boolean send(int to, long amount) {
            UInt256 units = UInt256.of(amount);
            assertThat(ledger.transfer(alice, pools.sink(1 - to), USDC, units)).isTrue();
            Charge charge = pools.charge(ledger, USDC, to, units);
            boolean paid = charge.leavesSomething() && pools.covers(ledger, USDC, to, charge);
            if (paid) {
                pools.pay(ledger, USDC, to, alice, charge);
            } else {
                pools.refund(ledger, USDC, 1 - to, alice, units);
            }
            assertThat(pools.balances(ledger, USDC, UInt256.ZERO, UInt256.ZERO)).isTrue();
            assertThat(ledger.check().violations()).isEmpty();
            return paid;
        }

        /** The charge by its formula, without a common step of the computation. */
        List<BigInteger> naive(int to, BigInteger amount) {
            BigInteger target = BigInteger.valueOf(pool(HOME) + pool(REMOTE)).divide(BigInteger.TWO);
            BigInteger there = BigInteger.valueOf(pool(to));
            BigInteger before = target.subtract(there).max(BigInteger.ZERO);
            BigInteger after =
                    target.subtract(there.subtract(amount).max(BigInteger.ZERO)).max(BigInteger.ZERO);
            BigInteger lambda = BigInteger.valueOf(spec.liquidity().imbalanceFeePips());
            BigInteger numerator = lambda.multiply(after.pow(2).subtract(before.pow(2)));
            BigInteger imbalance = numerator.signum() <= 0
                    ? BigInteger.ZERO
                    : ceil(numerator, target.multiply(BigInteger.TWO).multiply(MILLION));
            BigInteger missing =
                    target.subtract(BigInteger.valueOf(pool(1 - to))).max(BigInteger.ZERO);
            BigInteger bonus = missing.signum() == 0
                    ? BigInteger.ZERO
                    : BigInteger.valueOf(pot(1 - to))
                            .multiply(missing.min(amount))
                            .divide(missing);
            BigInteger share =
                    ceil(amount.multiply(BigInteger.valueOf(spec.fees().feePips())), MILLION);
            BigInteger fixed = BigDecimal.valueOf(spec.fees().fixedFees().getFirst())
                    .movePointRight(6)
                    .toBigInteger();
            return List.of(fixed, share, imbalance, bonus);
        }

        private static BigInteger ceil(BigInteger numerator, BigInteger denominator) {
            return numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator);
        }
    }

    private static Town random(RandomStream random) {
        return new Town(
                random.nextInt(3_000),
                random.nextInt(3) * 0.25,
                random.nextInt(500_000),
                1 + random.nextInt(1_000),
                1 + random.nextInt(1_000));
    }

    @Test
    void chargesAreTheFormulasRoundedAgainstTheSender() {
        int bonuses = 0;
        int fees = 0;
        for (long seed = 1; seed <= 100; seed++) {
            RandomStream random = RandomStream.of(seed, "test/pools");
            Town town = random(random);
            for (int i = 0; i < 50; i++) {
                int to = random.nextInt(2);
                long amount = 1 + random.nextLong(600_000_000);
                Charge charge = town.pools.charge(town.ledger, USDC, to, UInt256.of(amount));
                assertThat(List.of(
                                charge.fixed().toBigInteger(),
                                charge.share().toBigInteger(),
                                charge.imbalance().toBigInteger(),
                                charge.bonus().toBigInteger()))
                        .as("seed %d, transfer %d", seed, i)
                        .isEqualTo(town.naive(to, BigInteger.valueOf(amount)));
                bonuses += charge.bonus().isZero() ? 0 : 1;
                fees += charge.imbalance().isZero() ? 0 : 1;
                town.send(to, amount);
            }
        }
        assertThat(bonuses).isGreaterThan(500);
        assertThat(fees).isGreaterThan(1_000);
    }

    /** Whatever is sent, a share is never worth less than before. */
    @Test
    void transfersNeverCostTheProvidersAnything() {
        for (long seed = 1; seed <= 50; seed++) {
            RandomStream random = RandomStream.of(seed, "test/providers");
            Town town = random(random);
            UInt256 share = UInt256.of(1_000_000_000);
            UInt256 before = town.pools.worth(town.ledger, USDC, share);
            for (int i = 0; i < 100; i++) {
                town.send(random.nextInt(2), 1 + random.nextLong(400_000_000));
                UInt256 after = town.pools.worth(town.ledger, USDC, share);
                assertThat(after.isAtLeast(before))
                        .as("seed %d, transfer %d", seed, i)
                        .isTrue();
                before = after;
            }
        }
    }

    /** Whoever comes and goes at once gains nothing, and costs the others nothing. */
    @Test
    void comingAndGoingGainsNothing() {
        for (long seed = 1; seed <= 100; seed++) {
            RandomStream random = RandomStream.of(seed, "test/visitors");
            Town town = random(random);
            town.send(REMOTE, 1 + random.nextLong(300_000_000));
            UInt256 worth = town.pools.worth(town.ledger, USDC, UInt256.of(1_000_000));
            UInt256 amount = UInt256.of(1_000 + random.nextLong(900_000_000));
            town.ledger.transfer(town.alice, town.pools.sink(HOME), USDC, amount);
            UInt256 shares = town.pools.add(town.ledger, USDC, HOME, town.alice, amount);
            UInt256 back = town.pools
                    .remove(town.ledger, USDC, HOME, town.alice, shares)
                    .orElseThrow();
            assertThat(amount.isAtLeast(back)).as("seed %d", seed).isTrue();
            assertThat(amount.minusExact(back).compareTo(UInt256.of(3))).isLessThan(0);
            assertThat(town.pools
                            .worth(town.ledger, USDC, UInt256.of(1_000_000))
                            .isAtLeast(worth))
                    .isTrue();
        }
    }

    /** A fifth of a transfer stays: 6 of 30 units. The pools have 46 for 40 shares, so that 10 units are 8.7 shares. */
    @Test
    void sharesAreRoundedAgainstWhoeverComes() {
        Town town = new Town(200_000, 0, 0, 0.00002, 0.00002);
        assertThat(town.send(REMOTE, 20)).isTrue();
        assertThat(town.send(HOME, 10)).isTrue();
        assertThat(town.pools.total(town.ledger, USDC)).isEqualTo(UInt256.of(46));
        assertThat(town.pools.supply(town.ledger, USDC)).isEqualTo(UInt256.of(40));
        UInt256 amount = UInt256.of(10);
        town.ledger.transfer(town.alice, town.pools.sink(HOME), USDC, amount);
        assertThat(town.pools.add(town.ledger, USDC, HOME, town.alice, amount)).isEqualTo(UInt256.of(8));
        assertThat(town.pools.worth(town.ledger, USDC, UInt256.of(8))).isEqualTo(UInt256.of(9));
    }

    @Test
    void aPoolPaysNoMoreThanItHasAndAProviderTakesNoMore() {
        Town town = new Town(0, 0, 0, 100, 50);
        assertThat(town.send(REMOTE, 50_000_001)).isFalse();
        assertThat(town.send(REMOTE, 50_000_000)).isTrue();
        assertThat(town.pool(REMOTE)).isZero();
        assertThat(town.pool(HOME)).isEqualTo(150_000_000);
        UInt256 amount = UInt256.of(7);
        town.ledger.transfer(town.alice, town.pools.sink(HOME), USDC, amount);
        UInt256 shares = town.pools.add(town.ledger, USDC, HOME, town.alice, amount);
        assertThat(town.pools.remove(town.ledger, USDC, REMOTE, town.alice, shares))
                .as("there is nothing at this end")
                .isEmpty();
        assertThat(town.pools.remove(town.ledger, USDC, HOME, town.alice, shares.plusExact(UInt256.ONE)))
                .isEmpty();
        assertThat(town.pools.remove(town.ledger, USDC, HOME, town.alice, shares))
                .contains(amount);
    }

    /** Whoever brings a pool back to its half gets what those paid who took from it, but for rounding. */
    @Test
    void whoeverRefillsAPoolGetsWhatWasPaidForEmptyingIt() {
        Town town = new Town(0, 0, 100_000, 100, 100);
        assertThat(town.send(REMOTE, 40_000_000)).isTrue();
        assertThat(town.pot(REMOTE)).as("0.1 · 40² / 200").isEqualTo(800_000);
        Charge back = town.pools.charge(town.ledger, USDC, HOME, UInt256.of(40_000_000));
        assertThat(back.imbalance()).isEqualTo(UInt256.ZERO);
        assertThat(back.bonus().longValueExact()).isBetween(799_000L, 800_000L);
    }

    @Test
    void listsOfOtherLengthsAreRefused() {
        assertThatThrownBy(() -> new BridgeSpec(
                        "pools",
                        HOME,
                        REMOTE,
                        List.of(USDC),
                        BridgeSpec.Kind.LIQUIDITY,
                        new BridgeSpec.Passage(0, false, 0, 0, 0, 0),
                        new BridgeSpec.Fees(0, List.of(1.0, 2.0)),
                        List.of(),
                        BridgeSpec.RateLimit.NONE,
                        BridgeSpec.Liquidity.NONE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("an amount of each of the 1 assets");
    }
}
