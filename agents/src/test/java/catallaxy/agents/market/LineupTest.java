package catallaxy.agents.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LineupTest {
    private static final List<String> THREE = List.of("maker", "fund", "risk");

    @Test
    void allPlayInTheFirstWorldsAndEachAloneInItsOwn() {
        Lineup lineup = new Lineup(9, 2, THREE);
        assertThat(lineup.worldsOf("maker")).containsExactly(0, 1, 2, 3, 4);
        assertThat(lineup.worldsOf("fund")).containsExactly(0, 1, 2, 5, 6);
        assertThat(lineup.worldsOf("risk")).containsExactly(0, 1, 2, 7, 8);
        assertThat(lineup.worldsOfEach()).isEqualTo(5);
        assertThat(lineup.worldsOf("arb")).isEmpty();
    }

    @Test
    void withoutSoloWorldsAllPlayInAll() {
        Lineup lineup = new Lineup(4, 0, THREE);
        for (String learner : THREE) {
            assertThat(lineup.worldsOf(learner)).containsExactly(0, 1, 2, 3);
        }
        assertThat(lineup.worldsOfEach()).isEqualTo(4);
    }

    @Test
    void aSingleLearnerPlaysInAllWhateverIsSolo() {
        Lineup lineup = new Lineup(4, 7, List.of("maker"));
        assertThat(lineup.worldsOf("maker")).containsExactly(0, 1, 2, 3);
        assertThat(lineup.worldsOfEach()).isEqualTo(4);
    }

    @Test
    void allWorldsMayBeSolo() {
        Lineup lineup = new Lineup(3, 1, THREE);
        assertThat(lineup.worldsOf("fund")).containsExactly(1);
        MarketRounds rounds = new MarketRounds(1, 5, 2, 0);
        assertThatThrownBy(() -> Lineup.of(rounds, THREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("soloWorlds: expected at most 1, found 2");
        assertThat(Lineup.of(rounds, THREE.subList(0, 2)).worldsOfEach()).isEqualTo(3);
    }
}
