package catallaxy.agents.model;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A fit with the scaling of its features and of its target. Only what varies within groups is fitted, see {@link Within}; what
 * differs between them is left to their offsets. Immutable.
 */
final class FittedModel {
    private final Scaling features;
    private final Scaling target;
    private final LinearFit fit;

    private FittedModel(Scaling features, Scaling target, LinearFit fit) {
        this.features = features;
        this.target = target;
        this.fit = fit;
    }

    /** The fit of examples, at least one. */
    static FittedModel of(ModelSpec spec, Collection<ModelExample> examples) {
        Within within = Within.of(spec.features().size(), examples);
        Scaling features = Scaling.of(within.rows());
        Scaling target = Scaling.of(within.targets());
        double[] scaled = within.targets().stream()
                .mapToDouble(each -> target.scaled(each)[0])
                .toArray();
        List<double[]> rows = within.rows().stream().map(features::scaled).toList();
        return new FittedModel(features, target, LinearFit.of(spec, rows, scaled));
    }

    double predict(double... row) {
        double deviation = target.deviations()[0];
        return target.means()[0] + (deviation > 0 ? deviation * fit.predict(features.scaled(row)) : 0);
    }

    Map<String, Double> weights() {
        return fit.weights();
    }

    void save(StateWriter out) {
        out.doubles(features.means()).doubles(features.deviations());
        out.doubles(target.means()).doubles(target.deviations());
        out.text(Base64.getEncoder().encodeToString(fit.bytes()));
    }

    /**
     * The fit that was written.
     *
     * @throws CorruptStateException if the bytes are not one of these features
     */
    static FittedModel load(ModelSpec spec, StateReader in) {
        Scaling features = new Scaling(in.doubles(), in.doubles());
        Scaling target = new Scaling(in.doubles(), in.doubles());
        if (features.means().length != spec.features().size() || target.means().length != 1) {
            throw new CorruptStateException("model " + spec.name() + ": expected "
                    + spec.features().size() + " features, found " + features.means().length);
        }
        try {
            byte[] proto = Base64.getDecoder().decode(in.text());
            return new FittedModel(features, target, LinearFit.read(spec.features(), proto));
        } catch (IllegalArgumentException notBase64) {
            throw new CorruptStateException("model " + spec.name() + ": " + notBase64.getMessage());
        }
    }
}
