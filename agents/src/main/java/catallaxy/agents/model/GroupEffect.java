package catallaxy.agents.model;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * What is particular of a group: a fit of its own where it has examples enough, who speaks for it, the targets so far, the errors
 * of the latest predictions. Who erred least of late speaks: the fit of the group, that of all, or the naive rule (following the
 * leader; Cesa-Bianchi and Lugosi 2006, "Prediction, learning, and games"). Mutable, one owner.
 */
final class GroupEffect {
    private PastTargets past = PastTargets.NONE;
    private @Nullable FittedModel fit;
    private Expert naive = new Expert();
    private Expert pooled = new Expert();
    private Expert own = new Expert();
    private RecentErrors errors = new RecentErrors();
    private ScoreTally tally = new ScoreTally();

    PastTargets past() {
        return past;
    }

    RecentErrors errors() {
        return errors;
    }

    ScoreTally tally() {
        return tally;
    }

    /** Who speaks. Among equals the naive rule does, and the fit of all before that of the group. */
    Voice voice() {
        Voice best = pooled.error() < naive.error() ? Voice.POOLED : Voice.NAIVE;
        return fit != null && own.error() < Math.min(naive.error(), pooled.error()) ? Voice.OWN : best;
    }

    /**
     * What is expected.
     *
     * @param ofAll  the fit of all groups
     * @param naiveValue what the naive rule says
     */
    double predict(FittedModel ofAll, double naiveValue, double... features) {
        return switch (voice()) {
            case NAIVE -> naiveValue;
            case POOLED -> ofAll.predict(features) + pooled.offset();
            case OWN -> fitOr(ofAll).predict(features) + own.offset();
        };
    }

    /** The fit of the group's own examples, or else the given one of all. */
    FittedModel fitOr(FittedModel ofAll) {
        FittedModel known = fit;
        return known == null ? ofAll : known;
    }

    /** Tries everybody on an example that nobody has seen. */
    void tryOn(FittedModel ofAll, double naiveValue, ModelExample example) {
        naive.tried(Math.abs(example.target() - naiveValue));
        double abovePooled = example.target() - ofAll.predict(example.features());
        pooled.tried(Math.abs(abovePooled - pooled.offset()));
        pooled.residual(abovePooled);
        FittedModel known = fit;
        if (known != null) {
            double above = example.target() - known.predict(example.features());
            own.tried(Math.abs(above - own.offset()));
            own.residual(above);
        }
    }

    /** Takes a target into account. */
    void add(double target) {
        past = past.plus(target);
    }

    /**
     * There are new fits.
     *
     * @param ofOwn    of the group's own examples; null where they are too few
     * @param examples of the group, on which both rest
     */
    void refitted(FittedModel ofAll, @Nullable FittedModel ofOwn, Iterable<ModelExample> examples) {
        fit = ofOwn;
        pooled.renewed();
        own.renewed();
        for (ModelExample each : examples) {
            pooled.residual(each.target() - ofAll.predict(each.features()));
        }
    }

    GroupEffect copy() {
        GroupEffect copy = new GroupEffect();
        copy.past = past;
        copy.fit = fit;
        copy.naive = naive.copy();
        copy.pooled = pooled.copy();
        copy.own = own.copy();
        copy.errors = errors.copy();
        copy.tally = tally.copy();
        return copy;
    }

    /** Writes what predictions rest on; how well it did belongs to the run and is left out. */
    void save(StateWriter out) {
        out.int64(past.count()).float64(past.mean());
        naive.save(out);
        pooled.save(out);
        own.save(out);
        errors.save(out);
        FittedModel known = fit;
        out.flag(known != null);
        if (known != null) {
            known.save(out);
        }
    }

    static GroupEffect load(ModelSpec spec, StateReader in) {
        GroupEffect loaded = new GroupEffect();
        loaded.past = new PastTargets(in.int64(), in.float64());
        loaded.naive = Expert.load(in);
        loaded.pooled = Expert.load(in);
        loaded.own = Expert.load(in);
        loaded.errors = RecentErrors.load(in);
        loaded.fit = in.flag() ? FittedModel.load(spec, in) : null;
        return loaded;
    }
}
