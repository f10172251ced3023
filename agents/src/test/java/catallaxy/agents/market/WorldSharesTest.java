package catallaxy.agents.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WorldSharesTest {
    private static final List<String> THREE = List.of("maker", "fund", "risk");

    @Test
    void allPlayInTheFirstWorldsAndEachAloneInItsOwn() {
        WorldShares shares = new WorldShares(9, 2, THREE);
        assertThat(shares.worldsOf("maker")).containsExactly(0, 1, 2, 3, 4);
        assertThat(shares.worldsOf("fund")).containsExactly(0, 1, 2, 5, 6);
        assertThat(shares.worldsOf("risk")).containsExactly(0, 1, 2, 7, 8);
        assertThat(shares.worldsOfEach()).isEqualTo(5);
        assertThat(shares.worldsOf("arb")).isEmpty();
    }

    @Test
    void withoutSoloWorldsAllPlayInAll() {
        WorldShares shares = new WorldShares(4, 0, THREE);
        for (String learner : THREE) {
            assertThat(shares.worldsOf(learner)).containsExactly(0, 1, 2, 3);
        }
        assertThat(shares.worldsOfEach()).isEqualTo(4);
    }

    @Test
    void aSingleLearnerPlaysInAllWhateverIsSolo() {
        WorldShares shares = new WorldShares(4, 7, List.of("maker"));
        assertThat(shares.worldsOf("maker")).containsExactly(0, 1, 2, 3);
        assertThat(shares.worldsOfEach()).isEqualTo(4);
    }

    @Test
    void allWorldsMayBeSolo() {
        WorldShares shares = new WorldShares(3, 1, THREE);
        assertThat(shares.worldsOf("fund")).containsExactly(1);
        MarketRounds rounds = new MarketRounds(1, 5, 2, 0);
        assertThatThrownBy(() -> WorldShares.of(rounds, THREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("soloWorlds: expected at most 1, found 2");
        assertThat(WorldShares.of(rounds, THREE.subList(0, 2)).worldsOfEach()).isEqualTo(3);
    }
}
