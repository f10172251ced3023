package catallaxy.environment.market.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What takes room, and what copies share. */
final class BalancesTest {
    private static Balances opened(int accounts) {
        Balances balances = new Balances();
        for (int account = 0; account < accounts; account++) {
            balances.open();
        }
        return balances;
    }

    private static void set(Balances balances, int account, int asset, long value) {
        balances.set(account, asset, 0, 0, 0, value);
    }

    private static UInt256 balance(Balances balances, int account, int asset) {
        long[] row = balances.row(account);
        return Balances.limbs(row, Balances.find(row, asset));
    }

    private static int entries(Balances balances) {
        int entries = 0;
        for (int account = 0; account < balances.accounts(); account++) {
            entries += balances.entries(account);
        }
        return entries;
    }

    @Test
    void roomIsForWhatIsHeldWhateverTheNumbers() {
        Balances balances = opened(3_500);
        assertThat(entries(balances)).isZero();
        for (int account = 0; account < 3_500; account += 7) {
            set(balances, account, 149, 1);
            set(balances, account, account % 149, 2);
        }
        assertThat(entries(balances)).isEqualTo(2 * 500);
        assertThat(balances.row(7)).hasSize(4 + 5 + 2 * 4);
        assertThat(balances.row(8)).hasSize(4 + 1);
    }

    @Test
    void entriesOfNothingAreLeftOutOnceTheyAreTooMany() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Balances balances = opened(1);
            int most = 0;
            for (int i = 0; i < 2_000; i++) {
                boolean more = balances.held(0).length < 6 && random.nextBoolean();
                int[] held = balances.held(0);
                if (more) {
                    set(balances, 0, random.nextInt(300), 1 + random.nextInt(9));
                } else if (held.length > 0) {
                    set(balances, 0, held[random.nextInt(held.length)], 0);
                }
                most = Math.max(most, balances.held(0).length);
                assertThat(balances.entries(0)).as("seed %d", seed).isLessThanOrEqualTo(2 * most + Balances.SPARE + 1);
            }
        }
    }

    @Test
    void aBalanceThatComesBackTakesThePlaceThatItHad() {
        Balances balances = opened(1);
        set(balances, 0, 40, 5);
        long[] row = balances.row(0);
        set(balances, 0, 40, 0);
        assertThat(balances.held(0)).isEmpty();
        set(balances, 0, 40, 6);
        assertThat(balances.row(0)).isSameAs(row);
        assertThat(balances.held(0)).containsExactly(40);
    }

    @Test
    void copiesShareARowUntilOneWritesIt() {
        Balances one = opened(3);
        set(one, 0, 1, 10);
        set(one, 1, 2, 20);
        Balances two = one.copy();
        assertThat(one.shares(two, 0)).isTrue();
        set(one, 0, 1, 11);
        set(two, 1, 70, 21);
        assertThat(one.shares(two, 0)).isFalse();
        assertThat(one.shares(two, 1)).isFalse();
        assertThat(one.shares(two, 2)).isTrue();
        assertThat(balance(two, 0, 1)).isEqualTo(UInt256.of(10));
        assertThat(balance(one, 1, 70)).isEqualTo(UInt256.ZERO);
        assertThat(balance(two, 1, 2)).isEqualTo(UInt256.of(20));
        Balances three = two.copy();
        set(two, 1, 70, 22);
        assertThat(balance(three, 1, 70)).isEqualTo(UInt256.of(21));
    }

    @Test
    void whoHasNothingOpensWithoutRoomOfItsOwn() {
        Balances balances = opened(40);
        assertThat(balances.row(39)).isSameAs(balances.row(0));
        set(balances, 0, 0, 1);
        assertThat(balance(balances, 39, 0)).isEqualTo(UInt256.ZERO);
        Balances copy = opened(0).copy();
        copy.open();
        assertThat(copy.accounts()).isOne();
    }

    /** Words of a header are of 32 assets: the first and the last of each, and the sign bit. */
    @Test
    void entriesAreFoundAtTheEdgesOfHeaderWords() {
        int[] assets = {0, 31, 32, 63, 64, 95, 1_000};
        Balances balances = opened(1);
        for (int i = assets.length - 1; i >= 0; i--) {
            set(balances, 0, assets[i], assets[i] + 1);
        }
        assertThat(balances.held(0)).containsExactly(assets);
        for (int asset = 0; asset < 1_100; asset++) {
            int wanted = asset;
            boolean held = Arrays.stream(assets).anyMatch(each -> each == wanted);
            assertThat(balance(balances, 0, asset)).isEqualTo(UInt256.of(held ? asset + 1 : 0));
        }
    }
}
