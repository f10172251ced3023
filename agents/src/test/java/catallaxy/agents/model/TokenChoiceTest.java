package catallaxy.agents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Over synthetic worlds whose tokens earn differently: choosing by the model against choosing by what was earned last. */
final class TokenChoiceTest {
    private static final List<String> TOKENS = List.of("AAA", "BBB", "CCC", "DDD");
    private static final int PERIODS = 400;

    /** Sums of what the chosen tokens earned: by the model, by the naive rule, by any. */
    private record Earned(double model, double naive, double mean) {}

    private static Earned play(long seed, double spread) {
        RandomStream random = RandomStream.of(seed, "tokens");
        OnlineRegression model = new OnlineRegression(TokenChoice.SPEC, new ModelSettings(80, 1000, 100, 0.8));
        double[] level = new double[TOKENS.size()];
        for (int i = 0; i < level.length; i++) {
            level[i] = 10 + spread * random.nextGaussian();
        }
        double[] last = level.clone();
        double[] mean = level.clone();
        double byModel = 0;
        double byNaive = 0;
        double byAny = 0;
        for (int period = 0; period < PERIODS; period++) {
            Map<String, double[]> features = new TreeMap<>();
            for (int i = 0; i < level.length; i++) {
                features.put(TOKENS.get(i), TokenChoice.features(last[i], mean[i], 3));
            }
            int chosen = TOKENS.indexOf(
                    TokenChoice.ranked(model, features).getFirst().token());
            int naive = features.entrySet().stream()
                    .max(Comparator.comparingDouble(each -> each.getValue()[0]))
                    .map(each -> TOKENS.indexOf(each.getKey()))
                    .orElseThrow();
            for (int i = 0; i < level.length; i++) {
                double edge = level[i] + 6 * random.nextGaussian();
                model.learn(new ModelExample(TOKENS.get(i), TokenChoice.features(last[i], mean[i], 3), edge));
                byModel += i == chosen ? edge : 0;
                byNaive += i == naive ? edge : 0;
                byAny += edge / level.length;
                last[i] = edge;
                mean[i] += (edge - mean[i]) / (period + 2);
            }
        }
        return new Earned(byModel / PERIODS, byNaive / PERIODS, byAny / PERIODS);
    }

    @Test
    void earnsMoreThanByWhatWasEarnedLastWhereTokensDiffer() {
        for (long seed = 0; seed < 3; seed++) {
            Earned earned = play(seed, 5);
            assertThat(earned.model()).as("seed %d: %s", seed, earned).isGreaterThan(earned.naive());
            assertThat(earned.model()).as("seed %d: %s", seed, earned).isGreaterThan(earned.mean() + 1);
        }
    }

    @Test
    void whereTokensAreAlikeThereIsNothingToChoose() {
        for (long seed = 0; seed < 2; seed++) {
            Earned earned = play(seed, 0);
            assertThat(earned.model()).as("seed %d: %s", seed, earned).isCloseTo(earned.mean(), within(0.8));
        }
    }

    @Test
    void equalOnesComeByName() {
        OnlineRegression model = new OnlineRegression(TokenChoice.SPEC, ModelSettings.STANDARD);
        Map<String, double[]> same = Map.of("BBB", TokenChoice.features(1, 1, 1), "AAA", TokenChoice.features(1, 1, 1));
        assertThat(TokenChoice.ranked(model, same))
                .extracting(TokenChoice.Ranked::token)
                .containsExactly("AAA", "BBB");
    }
}
