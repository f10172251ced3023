package catallaxy.environment.market.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What validators ask for their signatures, who is cheapest together, and what they lose. */
final class CommitteeTest {
    private static final int USDC = 0;

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("USDC", 6)));
    private final int genesis = ledger.openIssuer("genesis");
    private final int payer = ledger.openAccount("payer");

    private static CommitteeSpec spec(List<Double> stakes, List<Integer> votes, int quorum, int incorruptible) {
        return new CommitteeSpec(stakes, votes, quorum, incorruptible, 10, 2, 0.5, 3_600, false);
    }

    private Committee committee(CommitteeSpec spec) {
        BridgeSpec bridge = new BridgeSpec(
                "b",
                0,
                1,
                List.of(USDC),
                BridgeSpec.Kind.LOCK_AND_MINT,
                new BridgeSpec.Passage(0, false, 0, 0, 0, 0),
                new BridgeSpec.Fees(0, List.of()),
                List.of(),
                BridgeSpec.RateLimit.NONE,
                BridgeSpec.Liquidity.NONE,
                spec);
        Committee.open(bridge, ledger);
        Committee committee = Committee.of(bridge, ledger, USDC).orElseThrow();
        committee.found(bridge, ledger, (account, _, asset, amount) -> ledger.issue(genesis, account, asset, amount));
        return committee;
    }

    private static UInt256 whole(double amount) {
        return UInt256.of(Math.round(amount * 1e6));
    }

    /** 1 − 0.5² of a stake of 100, and 10 of income. */
    @Test
    void aValidatorAsksForWhatItExpectsToLose() {
        Committee committee = committee(spec(List.of(100.0, 40.0, 60.0), List.of(), 2, 1));
        assertThat(committee.spec().caughtProbability()).isCloseTo(0.75, within(1e-15));
        assertThat(committee.price(ledger, 0)).as("it is not for sale").isEmpty();
        assertThat(committee.price(ledger, 1)).contains(whole(40));
        assertThat(committee.price(ledger, 2)).contains(whole(55));
        CheapestQuorum quorum = committee.cheapest(ledger).orElseThrow();
        assertThat(quorum).isEqualTo(new CheapestQuorum(0b110, whole(95)));
    }

    @Test
    void whoSignsIsPaidWhatItAsksAndLosesItsStakeAndItsOffice() {
        Committee committee = committee(spec(List.of(100.0, 40.0, 60.0), List.of(), 2, 1));
        CheapestQuorum quorum = committee.cheapest(ledger).orElseThrow();
        ledger.issue(genesis, payer, USDC, whole(94.9));
        assertThat(committee.pay(ledger, payer, quorum)).isFalse();
        ledger.issue(genesis, payer, USDC, whole(0.1));
        assertThat(committee.pay(ledger, payer, quorum)).isTrue();
        assertThat(ledger.balance(payer, USDC)).isEqualTo(UInt256.ZERO);
        assertThat(ledger.balance(committee.incomes().get(1), USDC)).isEqualTo(whole(40));
        assertThat(ledger.balance(committee.incomes().get(2), USDC)).isEqualTo(whole(55));
        assertThat(committee.slash(ledger, quorum.signers())).isEqualTo(whole(100));
        assertThat(ledger.balance(committee.slashed(), USDC)).isEqualTo(whole(100));
        assertThat(ledger.balance(committee.stakes().getFirst(), USDC)).isEqualTo(whole(100));
        assertThat(committee.cheapest(ledger)).as("two have left").isEmpty();
        assertThat(committee.slash(ledger, quorum.signers()))
                .as("a second time")
                .isEqualTo(UInt256.ZERO);
        assertThat(ledger.check().violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 3", "4, 3", "9, 7", "64, 43"})
    void withoutAQuorumItIsMoreThanTwoThirds(int validators, int needed) {
        List<Double> stakes = new ArrayList<>();
        for (int i = 0; i < validators; i++) {
            stakes.add(1.0);
        }
        assertThat(spec(stakes, List.of(), 0, 0).neededVotes()).isEqualTo(needed);
        assertThat(3 * needed).isGreaterThan(2 * validators);
    }

    /** Every set of validators is tried. */
    @Test
    void noQuorumIsCheaper() {
        int none = 0;
        for (long seed = 0; seed < 300; seed++) {
            RandomStream random = RandomStream.of(seed, "test/quorum");
            int validators = 1 + random.nextInt(9);
            long[] prices = new long[validators];
            int[] votes = new int[validators];
            int all = 0;
            for (int i = 0; i < validators; i++) {
                prices[i] = random.nextBoolean(0.2) ? -1 : random.nextInt(40);
                votes[i] = 1 + random.nextInt(4);
                all += votes[i];
            }
            int needed = 1 + random.nextInt(all);
            Optional<CheapestQuorum> found = CheapestQuorum.of(needed, validators, asking(prices, votes));
            long least = naive(prices, votes, needed);
            assertThat(found.map(each -> each.cost().longValueExact()).orElse(Long.MAX_VALUE))
                    .as("seed %d", seed)
                    .isEqualTo(least);
            none += found.isEmpty() ? 1 : 0;
            if (found.isPresent()) {
                assertThat(cost(prices, votes, needed, found.get().signers()))
                        .as("its signers, seed %d", seed)
                        .isEqualTo(least);
            }
        }
        assertThat(none).isBetween(30, 270);
    }

    private static CheapestQuorum.Asking asking(long[] prices, int[] votes) {
        return new CheapestQuorum.Asking() {
            @Override
            public Optional<UInt256> price(int validator) {
                return prices[validator] < 0 ? Optional.empty() : Optional.of(UInt256.of(prices[validator]));
            }

            @Override
            public int votes(int validator) {
                return votes[validator];
            }
        };
    }

    private static long naive(long[] prices, int[] votes, int needed) {
        long least = Long.MAX_VALUE;
        for (long set = 0; set < 1L << prices.length; set++) {
            least = Math.min(least, cost(prices, votes, needed, set));
        }
        return least;
    }

    private static long cost(long[] prices, int[] votes, int needed, long set) {
        long cost = 0;
        int have = 0;
        for (int i = 0; i < prices.length; i++) {
            if (((set >> i) & 1) == 1) {
                if (prices[i] < 0) {
                    return Long.MAX_VALUE;
                }
                cost += prices[i];
                have += votes[i];
            }
        }
        return have >= needed ? cost : Long.MAX_VALUE;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0;     1 1 1; 2; 0; 0;   0.5; stakes",
                "-5;    1 1 1; 2; 0; 0;   0.5; stakes",
                "1;     1 1;   2; 0; 0;   0.5; votes",
                "1;     1 0 1; 2; 0; 0;   0.5; votes",
                "1;     1 1001 1; 2; 0; 0; 0.5; votes",
                "1;     1 1 1; 4; 0; 0;   0.5; votes",
                "1;     1 1 1; -1; 0; 0;  0.5; quorum",
                "1;     1 1 1; 2; 4; 0;   0.5; stakes",
                "1;     1 1 1; 2; 0; -1;  0.5; futureIncome",
                "1;     1 1 1; 2; 0; 0;   1.5; detectionProbability"
            })
    void whatIsNoCommitteeIsRefusedByName(
            double stake, String votes, int quorum, int incorruptible, double income, double detection, String named) {
        List<Integer> each = new ArrayList<>();
        for (String word : votes.split(" ", -1)) {
            each.add(Integer.valueOf(word));
        }
        assertThatThrownBy(() -> new CommitteeSpec(
                        List.of(stake, 1.0, 1.0), each, quorum, incorruptible, income, 1, detection, 0, false))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(named);
    }

    @Test
    void onlyABridgeThatMintsHasACommittee() {
        assertThatThrownBy(() -> new BridgeSpec(
                        "b",
                        0,
                        1,
                        List.of(USDC),
                        BridgeSpec.Kind.LIQUIDITY,
                        new BridgeSpec.Passage(0, false, 0, 0, 0, 0),
                        new BridgeSpec.Fees(0, List.of()),
                        List.of(),
                        BridgeSpec.RateLimit.NONE,
                        BridgeSpec.Liquidity.NONE,
                        spec(List.of(1.0), List.of(), 0, 0)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("lock-and-mint");
    }
}
