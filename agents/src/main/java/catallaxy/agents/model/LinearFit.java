package catallaxy.agents.model;

import catallaxy.environment.base.state.CorruptStateException;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.config.protobuf.ProtoProvenanceSerialization;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.protos.SparseLinearModelProto;

/**
 * A linear regression of scaled features, fitted by coordinate descent with a penalty that only breaks ties: Friedman, Hastie
 * and Tibshirani 2010, "Regularization paths for generalized linear models via coordinate descent",
 * https://doi.org/10.18637/jss.v033.i01, as Tribuo computes it. Features and target have mean 0 and deviation 1 in the fit. The
 * same examples give the same bytes: the descent is cyclic, and the provenance says what the data are and how it was
 * trained, but no time, no path and no machine. Immutable.
 */
final class LinearFit {
    private static final OffsetDateTime NO_TIME = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final RegressionFactory OUTPUTS = new RegressionFactory();
    private static final ProtoProvenanceSerialization PROVENANCE = new ProtoProvenanceSerialization(false);
    private static final double PENALTY = 1e-6;
    private static final double LASSO_SHARE = 0.5;
    private static final double TOLERANCE = 1e-8;
    private static final int SWEEPS = 500;
    private static final long SEED = 1;
    /** It tells of every sweep; held here, for else its level is forgotten. */
    private static final Logger SWEEPS_LOG = Logger.getLogger(ElasticNetCDTrainer.class.getName());

    static {
        SWEEPS_LOG.setLevel(Level.WARNING);
    }

    private final String[] names;
    private final Model<Regressor> model;
    private final double intercept;
    /** {@code [F]} */
    private final double[] slopes;

    private LinearFit(List<String> features, Model<Regressor> model) {
        this.names = features.toArray(String[]::new);
        this.model = model;
        this.intercept = predictByLibrary(new double[names.length]);
        this.slopes = new double[names.length];
        for (int i = 0; i < slopes.length; i++) {
            double[] unit = new double[names.length];
            unit[i] = 1;
            slopes[i] = predictByLibrary(unit) - intercept;
        }
    }

    /**
     * The fit of a model.
     *
     * @param spec    of the model
     * @param rows    {@code [N][F]}, scaled
     * @param targets {@code [N]}, scaled
     */
    static LinearFit of(ModelSpec spec, List<double[]> rows, double[] targets) {
        String description = targets.length + " examples of " + spec.name();
        SimpleDataSourceProvenance source = new SimpleDataSourceProvenance(description, NO_TIME, OUTPUTS);
        MutableDataset<Regressor> data = new MutableDataset<>(source, OUTPUTS);
        String[] names = spec.features().toArray(String[]::new);
        for (int i = 0; i < targets.length; i++) {
            data.add(new ArrayExample<>(new Regressor(spec.name(), targets[i]), names, rows.get(i)));
        }
        ElasticNetCDTrainer trainer = new ElasticNetCDTrainer(PENALTY, LASSO_SHARE, TOLERANCE, SWEEPS, false, SEED);
        return new LinearFit(spec.features(), trainer.train(data, Map.of()));
    }

    /** The scaled target that is expected at scaled features. */
    double predict(double... scaled) {
        double sum = intercept;
        for (int i = 0; i < slopes.length; i++) {
            sum += slopes[i] * scaled[i];
        }
        return sum;
    }

    /** As Tribuo predicts it, to which {@link #predict} is equal up to rounding. */
    double predictByLibrary(double... scaled) {
        return model.predict(new ArrayExample<>(OUTPUTS.getUnknownOutput(), names, scaled))
                .getOutput()
                .getValues()[0];
    }

    /** By how many deviations the target moves with one of a feature, by its name, in the order of the features. */
    Map<String, Double> weights() {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            byName.put(names[i], slopes[i]);
        }
        return byName;
    }

    /** Tribuo's protocol buffer of the model. */
    byte[] bytes() {
        ModelProto proto = model.serialize();
        ModelProvenance trained = model.getProvenance();
        ModelProvenance timeless = new ModelProvenance(
                trained.getClassName(),
                NO_TIME,
                trained.getDatasetProvenance(),
                trained.getTrainerProvenance(),
                Map.of(),
                false);
        try {
            SparseLinearModelProto body = proto.getSerializedData().unpack(SparseLinearModelProto.class);
            SparseLinearModelProto anonymous = body.toBuilder()
                    .setMetadata(body.getMetadata().toBuilder()
                            .setProvenance(PROVENANCE.serializeToProto(ProvenanceUtil.marshalProvenance(timeless))))
                    .build();
            return proto.toBuilder()
                    .setSerializedData(Any.pack(anonymous))
                    .build()
                    .toByteArray();
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException("a model that was just written", impossible);
        }
    }

    /**
     * The model that was written.
     *
     * @throws CorruptStateException if the bytes are not one
     */
    static LinearFit read(List<String> features, byte[] bytes) {
        try {
            Model<?> read = Model.deserialize(ModelProto.parseFrom(bytes));
            return new LinearFit(features, read.castModel(Regressor.class));
        } catch (InvalidProtocolBufferException | IllegalStateException | IllegalArgumentException malformed) {
            throw new CorruptStateException("model: not a Tribuo model: " + malformed.getMessage());
        }
    }
}
