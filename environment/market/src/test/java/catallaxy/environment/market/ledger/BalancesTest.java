package catallaxy.environment.market.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes room, and what copies share. */
final class BalancesTest {
    private static final int MANY = 300;

    private static Balances opened(int accounts, int assets) {
        Balances balances = new Balances(assets);
        for (int account = 0; account < accounts; account++) {
            balances.open();
        }
        return balances;
    }

    private static void set(Balances balances, int account, int asset, long value) {
        balances.reserve(false);
        balances.limbs()[balances.place(account, asset)] = value;
    }

    private static UInt256 balance(Balances balances, int account, int asset) {
        return balances.bits(balances.find(account, asset));
    }

    @Test
    void roomIsForWhatIsHeldWhateverTheNumbers() {
        Balances balances = opened(3_500, 150);
        assertThat(balances.placed()).isZero();
        for (int account = 0; account < 3_500; account += 7) {
            set(balances, account, 149, 1);
            set(balances, account, account % 149, 2);
        }
        assertThat(balances.placed()).isEqualTo(2 * 500);
        assertThat(balances.limbs().length).isBetween(1_000 * Balances.LIMBS, 2_100 * Balances.LIMBS);
        assertThat(balances.copy().limbs().length).isBetween(1_000 * Balances.LIMBS, 1_020 * Balances.LIMBS);
    }

    @Test
    void ofFewAssetsEveryAccountHasAllPlaces() {
        Balances balances = opened(40, Balances.FEW);
        assertThat(balances.placed()).isEqualTo(40 * Balances.FEW);
        int at = balances.find(7, 3);
        set(balances, 7, 3, 5);
        assertThat(balances.find(7, 3)).isEqualTo(at).isNotEqualTo(Balances.NOWHERE);
        assertThat(balances.find(7, 4)).isEqualTo(at + Balances.LIMBS);
        assertThat(balances.held()).containsExactly(Places.key(7, 3));
    }

    @Test
    void placesOfNothingAreGivenUpOnceRoomIsShort() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Balances balances = opened(5, MANY);
            for (int i = 0; i < 2_000; i++) {
                long[] held = balances.held();
                if (held.length < 6 && random.nextBoolean()) {
                    set(balances, random.nextInt(5), random.nextInt(MANY), 1 + random.nextInt(9));
                } else if (held.length > 0) {
                    long key = held[random.nextInt(held.length)];
                    set(balances, Places.account(key), Places.asset(key), 0);
                }
                assertThat(balances.limbs()).as("seed %d", seed).hasSizeLessThan(40 * Balances.LIMBS);
            }
        }
    }

    @Test
    void aBalanceThatComesBackTakesThePlaceThatItHad() {
        Balances balances = opened(2, MANY);
        set(balances, 0, 40, 5);
        set(balances, 1, 40, 5);
        int at = balances.find(0, 40);
        set(balances, 0, 40, 0);
        assertThat(balances.held()).containsExactly(Places.key(1, 40));
        set(balances, 0, 40, 6);
        assertThat(balances.find(0, 40)).isEqualTo(at);
        assertThat(balances.placed()).isEqualTo(2);
    }

    @Test
    void placesStayWhileTheyMust() {
        Balances balances = opened(1, MANY);
        for (int asset = 0; asset < MANY; asset++) {
            balances.reserve(true);
            assertThat(balances.place(0, asset)).isEqualTo((1 + asset) * Balances.LIMBS);
        }
        assertThat(balances.find(0, 0)).isEqualTo(Balances.LIMBS);
        assertThat(balances.held()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Balances.FEW, MANY})
    void copiesPart(int assets) {
        Balances one = opened(3, assets);
        set(one, 0, 1, 10);
        set(one, 1, 2, 20);
        Balances two = one.copy();
        set(one, 0, 1, 11);
        set(two, 1, 7, 21);
        assertThat(balance(two, 0, 1)).isEqualTo(UInt256.of(10));
        assertThat(balance(one, 1, 7)).isEqualTo(UInt256.ZERO);
        set(one, 2, 7, 22);
        assertThat(balance(two, 1, 7)).isEqualTo(UInt256.of(21));
        assertThat(balance(two, 2, 7)).isEqualTo(UInt256.ZERO);
        Balances three = two.copy();
        set(two, 1, 7, 23);
        three.open();
        set(three, 3, 0, 24);
        assertThat(balance(three, 1, 7)).isEqualTo(UInt256.of(21));
        assertThat(two.accounts()).isEqualTo(3);
        assertThat(two.held()).containsExactly(Places.key(0, 1), Places.key(1, 2), Places.key(1, 7));
    }

    @Test
    void balancesStayWhenFewAssetsBecomeMany() {
        Balances balances = opened(9, Balances.FEW - 3);
        for (int asset = Balances.FEW - 3; asset < Balances.FEW + 3; asset++) {
            for (int account = 0; account < 9; account += 2) {
                set(balances, account, asset - 1, 100 * account + asset);
            }
            balances.addAsset();
        }
        assertThat(balances.assets()).isEqualTo(Balances.FEW + 3);
        assertThat(balances.placed()).isEqualTo(balances.held().length).isEqualTo(6 * 5);
        for (long key : balances.held()) {
            long value = 100L * Places.account(key) + Places.asset(key) + 1;
            assertThat(balance(balances, Places.account(key), Places.asset(key)))
                    .isEqualTo(UInt256.of(value));
        }
    }

    @Test
    void accountsAndAssetsThatAreNotThereAreProgrammingErrors() {
        for (int assets : new int[] {2, MANY}) {
            Balances balances = opened(3, assets);
            assertThatThrownBy(() -> balances.find(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> balances.find(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> balances.find(0, assets)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> balances.find(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void everyPlaceIsFoundAndNoOther() {
        SplittableRandom random = new SplittableRandom(1);
        Places places = new Places();
        Set<Long> keys = new HashSet<>();
        while (keys.size() < 5_000) {
            int account = random.nextInt(100) << random.nextInt(20);
            int asset = random.nextInt(100) << random.nextInt(10);
            if (keys.add(Places.key(account, asset))) {
                assertThat(places.find(account, asset)).isEqualTo(Places.NONE);
                assertThat(places.add(account, asset)).isEqualTo(keys.size());
            }
        }
        for (long key : keys) {
            assertThat(places.key(places.find(Places.account(key), Places.asset(key))))
                    .isEqualTo(key);
        }
    }
}
