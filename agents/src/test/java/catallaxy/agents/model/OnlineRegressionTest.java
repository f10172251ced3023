package catallaxy.agents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Against the line that the examples come from, over seeds; what is saved, copied and refused. */
final class OnlineRegressionTest {
    private static final ModelSpec SPEC = new ModelSpec("line", "bp", List.of("large", "small"), NaiveRule.MEAN);
    private static final ModelSettings SETTINGS = new ModelSettings(30, 400, 50, 0.8);
    private static final int SEEDS = 4;

    /** Features of very different scale; groups that differ by an offset. */
    private static ModelExample example(RandomStream random, double noise) {
        double large = 1e6 * random.nextGaussian();
        double small = 1e-3 * random.nextGaussian();
        boolean second = random.nextBoolean(0.5);
        double target = 5 + 3e-6 * large - 2e3 * small + (second ? 4 : 0) + noise * random.nextGaussian();
        return new ModelExample(second ? "b" : "a", new double[] {large, small}, target);
    }

    private static OnlineRegression learned(long seed, int examples, double noise) {
        OnlineRegression model = new OnlineRegression(SPEC, SETTINGS);
        RandomStream random = RandomStream.of(seed, "line");
        for (int i = 0; i < examples; i++) {
            model.learn(example(random, noise));
        }
        return model;
    }

    @Test
    void findsTheLineAndTheOffsetsOfGroups() {
        for (long seed = 0; seed < SEEDS; seed++) {
            OnlineRegression model = learned(seed, 1200, 0.1);
            assertThat(model.predict("a", 1e6, 1e-3).value())
                    .as("seed %d", seed)
                    .isCloseTo(6, within(0.5));
            assertThat(model.predict("b", 1e6, 1e-3).value())
                    .as("seed %d", seed)
                    .isCloseTo(10, within(0.5));
            ModelScore all = model.scores().getFirst();
            assertThat(all.skill()).as("seed %d", seed).isGreaterThan(0.8);
        }
    }

    @Test
    void intervalsHoldAsMuchAsTheySay() {
        for (long seed = 0; seed < SEEDS; seed++) {
            ModelScore all = learned(seed, 1200, 1).scores().getFirst();
            assertThat(all.group()).isEqualTo(ModelScore.ALL);
            assertThat(all.covered()).as("seed %d", seed).isCloseTo(0.8, within(0.06));
        }
    }

    @Test
    void whereThereIsNothingToLearnItDoesNotBeatTheMean() {
        OnlineRegression model = new OnlineRegression(SPEC, SETTINGS);
        RandomStream random = RandomStream.of(7, "noise");
        for (int i = 0; i < 1500; i++) {
            model.learn(new ModelExample(
                    "a", new double[] {random.nextGaussian(), random.nextGaussian()}, random.nextGaussian()));
        }
        assertThat(model.scores().getFirst().skill()).isBetween(-0.1, 0.02);
    }

    /** Targets that go to and fro by one: the mean of those before is half away from the next, or more; its own would bring it nearer. */
    @Test
    void theNaiveRuleIsScoredByWhatItKnewBefore() {
        OnlineRegression model =
                new OnlineRegression(new ModelSpec("line", "bp", List.of("x"), NaiveRule.MEAN), SETTINGS);
        for (int i = 0; i < 300; i++) {
            model.learn(new ModelExample("a", new double[] {i % 7}, i % 2));
        }
        assertThat(model.scores().getFirst().naiveError()).isGreaterThan(0.5);
    }

    @Test
    void theNaiveRuleSpeaksUntilTheFirstFit() {
        OnlineRegression model = learned(1, SETTINGS.fewest() - 1, 0.1);
        Prediction early = model.predict("a", 1e6, 0);
        assertThat(early.value()).isEqualTo(model.naive("a", 1e6, 0));
        assertThat(early.isBounded()).isFalse();
        assertThat(model.scores()).isEmpty();
        assertThat(model.explanation("a")).isEmpty();
        model.learn(example(RandomStream.of(1, "one"), 0));
        assertThat(model.explanation("a")).hasSize(2);
    }

    @Test
    void explanationWeighsByDeviations() {
        OnlineRegression model = learned(3, 400, 0);
        assertThat(model.explanation("a").keySet()).containsExactly("large", "small");
        double large = model.explanation("a").getOrDefault("large", 0.0);
        double small = model.explanation("a").getOrDefault("small", 0.0);
        assertThat(large / small).isCloseTo(-1.5, within(0.2));
    }

    @Test
    void theSameExamplesGiveTheSameBytesWithoutTimeOrPath() {
        byte[] first = learned(2, 300, 0.5).save();
        assertThat(learned(2, 300, 0.5).save()).isEqualTo(first);
        assertThat(learned(3, 300, 0.5).save()).isNotEqualTo(first);
        String text = new String(fitted(learned(2, 300, 0.5)), StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", " ");
        assertThat(text)
                .contains(" examples of line", "ElasticNetCDTrainer")
                .doesNotContain(System.getProperty("user.dir"))
                .doesNotContain(System.getProperty("java.version"))
                .doesNotContain(LocalDate.now(ZoneOffset.UTC).toString());
    }

    /** Tribuo's part of what is saved. */
    private static byte[] fitted(OnlineRegression model) {
        String saved = new String(model.save(), StandardCharsets.ISO_8859_1);
        Matcher base64 = Pattern.compile("[A-Za-z0-9+/]{500,}={0,2}").matcher(saved);
        assertThat(base64.find()).isTrue();
        return Base64.getDecoder().decode(base64.group());
    }

    @Test
    void whatIsLoadedSaysTheSameAndGoesOnLearning() {
        OnlineRegression model = learned(4, 300, 0.5);
        OnlineRegression loaded = OnlineRegression.load(SPEC, SETTINGS, model.save());
        assertThat(loaded.predict("b", 1e5, 1e-4)).isEqualTo(model.predict("b", 1e5, 1e-4));
        assertThat(loaded.examples()).isEqualTo(300);
        assertThat(loaded.save()).isEqualTo(model.save());
        loaded.learn(new ModelExample("c", new double[] {0, 0}, 5));
        assertThat(loaded.scores()).isNotEmpty();
    }

    @Test
    void alteredOrForeignBytesAreRefused() {
        byte[] saved = learned(4, 300, 0.5).save();
        ModelSpec other = new ModelSpec("line", "bp", List.of("large", "other"), NaiveRule.MEAN);
        assertThatThrownBy(() -> OnlineRegression.load(other, SETTINGS, saved))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("expected other, found small");
        byte[] cut = Arrays.copyOf(saved, saved.length - 9);
        assertThatThrownBy(() -> OnlineRegression.load(SPEC, SETTINGS, cut)).isInstanceOf(CorruptStateException.class);
    }

    @Test
    void aCopyLearnsAlone() {
        OnlineRegression model = learned(5, 200, 0.5);
        OnlineRegression copy = model.copy();
        assertThat(copy.save()).isEqualTo(model.save());
        copy.learn(new ModelExample("a", new double[] {0, 0}, 1000));
        assertThat(copy.save()).isNotEqualTo(model.save());
        RandomStream random = RandomStream.of(9, "more");
        OnlineRegression twin = model.copy();
        for (int i = 0; i < 100; i++) {
            ModelExample next = example(random, 0.5);
            model.learn(next);
            twin.learn(next);
        }
        assertThat(twin.save()).isEqualTo(model.save());
        assertThat(twin.scores()).isEqualTo(model.scores());
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new ModelExample("a", new double[] {0, 0}, Double.NaN))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new ModelExample("a", new double[] {0, Double.POSITIVE_INFINITY}, 0))
                .isInstanceOf(InvalidValueException.class);
        OnlineRegression model = learned(1, 50, 0.1);
        assertThatThrownBy(() -> model.predict("a", 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> model.predict("a", 1, Double.NaN)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void whatDoesNotVaryIsNoReasonToFail() {
        OnlineRegression model = new OnlineRegression(SPEC, SETTINGS);
        for (int i = 0; i < 100; i++) {
            model.learn(new ModelExample("a", new double[] {1, i}, 7));
        }
        assertThat(model.predict("a", 2, 500).value()).isCloseTo(7, within(1e-9));
        assertThat(model.scores().getFirst().absoluteError()).isCloseTo(0, within(1e-9));
    }
}
