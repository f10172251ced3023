package catallaxy.agents.model;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An auxiliary model that is a linear regression of a window of examples, fitted anew every so many of them, once over all groups and
 * once for each group with half as many examples as the first fit needs:
 *
 * <p>{@code y(g, x) = ȳ + s (w · z(x)) + b_g}, {@code b_g ← b_g + max(0.02, 1 / (n_g + 2)) (residual − b_g)}
 *
 * <p>with z(x) the scaled features and n_g the group's examples; b_g moves at every one. For each group that speaks which erred least of
 * late on what it had not seen: its own fit, that of all, or the naive rule, so that nothing is believed before it was better.
 * The interval is as wide as the latest errors, of the group where it has enough of them, else of all. Until the first fit the naive
 * rule speaks. Mutable, one owner.
 */
public final class OnlineRegression implements AuxiliaryModel {
    private static final int FORMAT = 1;
    private static final int PARTS_OF_WINDOW = 4;

    private final ModelSpec spec;
    private final ModelSettings settings;
    private final Deque<ModelExample> window = new ArrayDeque<>();
    private final SortedMap<String, GroupEffect> groups = new TreeMap<>();
    private RecentErrors errors = new RecentErrors();
    private @Nullable FittedModel fit;
    private long examples;
    private int sinceFit;

    /** A model that has learned nothing. */
    public OnlineRegression(ModelSpec spec, ModelSettings settings) {
        this.spec = spec;
        this.settings = settings;
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public ModelSettings settings() {
        return settings;
    }

    @Override
    public long examples() {
        return examples;
    }

    @Override
    public double naive(String group, double... features) {
        GroupEffect effect = groups.get(group);
        return spec.naive().predict(features, effect == null ? PastTargets.NONE : effect.past());
    }

    @Override
    public Prediction predict(String group, double... features) {
        spec.requireFits(features);
        ModelExample.requireFinite(features);
        FittedModel present = fit;
        if (present == null) {
            return Prediction.unsure(naive(group, features));
        }
        GroupEffect effect = groups.get(group);
        if (effect == null) {
            return Prediction.around(present.predict(features), errors.halfWidth(settings.coverage()));
        }
        double value = effect.predict(present, naive(group, features), features);
        RecentErrors known = effect.errors().isEnough() ? effect.errors() : errors;
        return Prediction.around(value, known.halfWidth(settings.coverage()));
    }

    @Override
    public void learn(ModelExample example) {
        spec.requireFits(example.features());
        GroupEffect group = groups.computeIfAbsent(example.group(), _ -> new GroupEffect());
        FittedModel present = fit;
        if (present != null) {
            score(example, group);
            group.tryOn(present, naive(example.group(), example.features()), example);
        }
        group.add(example.target());
        window.addLast(example);
        if (window.size() > settings.window()) {
            window.removeFirst();
        }
        examples++;
        sinceFit++;
        if (settings.isEnough(window.size()) && (present == null || sinceFit >= untilRefit())) {
            refit();
        }
    }

    private void score(ModelExample example, GroupEffect group) {
        Prediction predicted = predict(example.group(), example.features());
        group.tally().add(predicted, naive(example.group(), example.features()), example.target());
        double error = example.target() - predicted.value();
        group.errors().add(error);
        errors.add(error);
    }

    /** A long window changes little by a few examples. */
    private int untilRefit() {
        return Math.max(settings.refitEvery(), window.size() / PARTS_OF_WINDOW);
    }

    private void refit() {
        sinceFit = 0;
        FittedModel pooled = FittedModel.of(spec, window);
        fit = pooled;
        Map<String, List<ModelExample>> byGroup = new TreeMap<>();
        window.forEach(each ->
                byGroup.computeIfAbsent(each.group(), _ -> new ArrayList<>()).add(each));
        groups.forEach((name, group) -> {
            List<ModelExample> own = byGroup.getOrDefault(name, List.of());
            boolean enough = own.size()
                    >= Math.max(settings.fewest() / 2, 2 * spec.features().size() + 2);
            group.refitted(pooled, enough ? FittedModel.of(spec, own) : null, own);
        });
    }

    @Override
    public Map<String, Double> explanation(String group) {
        FittedModel pooled = fit;
        if (pooled == null) {
            return Map.of();
        }
        GroupEffect effect = groups.get(group);
        return (effect == null ? pooled : effect.fitOr(pooled)).weights();
    }

    @Override
    public Voice voice(String group) {
        GroupEffect effect = groups.get(group);
        if (fit == null) {
            return Voice.NAIVE;
        }
        return effect == null ? Voice.POOLED : effect.voice();
    }

    @Override
    public List<ModelScore> scores() {
        List<ModelScore> scores = new ArrayList<>();
        ScoreTally all = new ScoreTally();
        groups.forEach((name, group) -> {
            ModelScore score = group.tally().score(name);
            all.add(group.tally());
            if (score.examples() > 0) {
                scores.add(score);
            }
        });
        if (!scores.isEmpty()) {
            scores.addFirst(all.score(ModelScore.ALL));
        }
        return List.copyOf(scores);
    }

    @Override
    public OnlineRegression copy() {
        OnlineRegression copy = new OnlineRegression(spec, settings);
        copy.window.addAll(window);
        groups.forEach((name, group) -> copy.groups.put(name, group.copy()));
        copy.errors = errors.copy();
        copy.fit = fit;
        copy.examples = examples;
        copy.sinceFit = sinceFit;
        return copy;
    }

    @Override
    public byte[] save() {
        StateWriter out = new StateWriter();
        out.int32(FORMAT)
                .text(spec.name())
                .text(spec.unit())
                .int32(spec.features().size());
        spec.features().forEach(out::text);
        out.int64(examples).int32(groups.size());
        groups.forEach((name, group) -> group.save(out.text(name)));
        errors.save(out);
        FittedModel present = fit;
        out.flag(present != null);
        if (present != null) {
            present.save(out);
        }
        return out.toBytes();
    }

    /**
     * The model that was saved: it goes on from its fit, with an empty window and no figures of how well it did.
     *
     * @param spec of the same model
     * @throws CorruptStateException if the bytes are altered, or of a model that is called or sees something else
     */
    public static OnlineRegression load(ModelSpec spec, ModelSettings settings, byte[] bytes) {
        StateReader in = new StateReader(bytes);
        expect("format", FORMAT, in.int32());
        expect("name", spec.name(), in.text());
        expect("unit", spec.unit(), in.text());
        int size = in.int32();
        expect("number of features", spec.features().size(), size);
        for (String feature : spec.features()) {
            expect("feature", feature, in.text());
        }
        OnlineRegression loaded = new OnlineRegression(spec, settings);
        loaded.examples = in.int64();
        int groups = in.int32();
        for (int i = 0; i < groups; i++) {
            loaded.groups.put(in.text(), GroupEffect.load(spec, in));
        }
        loaded.errors = RecentErrors.load(in);
        loaded.fit = in.flag() ? FittedModel.load(spec, in) : null;
        in.end();
        return loaded;
    }

    private static void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new CorruptStateException("model: " + what + ": expected " + expected + ", found " + found);
        }
    }
}
