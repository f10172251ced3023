package catallaxy.scenarios.file.market;

import catallaxy.agents.policy.AvellanedaStoikov;
import catallaxy.agents.policy.ClosedFormArbitrage;
import catallaxy.agents.policy.ExecutionLearner;
import catallaxy.agents.policy.FeesOverLoss;
import catallaxy.agents.policy.GueantLehalleFernandezTapia;
import catallaxy.agents.policy.HoldAgent;
import catallaxy.agents.policy.MertonBand;
import catallaxy.agents.policy.MertonBand.AssetBelief;
import catallaxy.agents.policy.MertonBand.Correlation;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.policy.PythonPolicy;
import catallaxy.agents.policy.RandomAgent;
import catallaxy.agents.policy.RangeWidth;
import catallaxy.agents.policy.TailLimit;
import catallaxy.agents.policy.UserAgent;
import catallaxy.agents.policy.ValueAtRiskLimits;
import catallaxy.environment.market.role.RoleKinds;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the policy of one entry of {@code agents}. */
final class PolicyReader {
    private final Names assets;
    private final CheckpointPolicyReader checkpoints;

    PolicyReader(Names assets, CheckpointPolicyReader checkpoints) {
        this.assets = assets;
        this.checkpoints = checkpoints;
    }

    /**
     * The policy of a seat.
     *
     * @param role  of the seat, which the policy must fit
     * @param agent whose seat it is
     */
    Optional<? extends PolicySpec> read(Section.Variant variant, String role, String agent) {
        Section section = variant.section();
        Optional<? extends PolicySpec> policy = switch (variant.kind()) {
            case "avellaneda-stoikov" -> RecordReader.PLAIN.read(section, AvellanedaStoikov.Config.class);
            case "gueant-lehalle-fernandez-tapia" ->
                RecordReader.PLAIN.read(section, GueantLehalleFernandezTapia.Config.class);
            case "merton-band" -> mertonBand(section);
            case "closed-form-arbitrage" -> RecordReader.PLAIN.read(section, ClosedFormArbitrage.Config.class);
            case "planner" -> PlannerReader.read(section);
            case "execution-learner" -> RecordReader.PLAIN.read(section, ExecutionLearner.Config.class);
            case "fees-over-loss" -> RecordReader.PLAIN.read(section, FeesOverLoss.Config.class);
            case "range-width" -> RecordReader.PLAIN.read(section, RangeWidth.Config.class);
            case "value-at-risk-limits" ->
                RecordReader.PLAIN.read(section, ValueAtRiskLimits.Config.class, Map.of("limits", limits(section)));
            case "random" -> section.build(RandomAgent.Config::new);
            case "hold" -> section.build(HoldAgent.Config::new);
            case "python" -> section.build(PythonPolicy::absent);
            case "checkpoint" -> checkpoints.read(section, agent);
            case "class" ->
                RecordReader.PLAIN.read(
                        section, UserAgent.class, Map.of("settings", settings(section.open("settings"))));
            default -> throw new IllegalStateException(variant.kind());
        };
        Class<? extends RoleSpec> seat =
                RoleKinds.registered().kind(role).orElseThrow().spec();
        policy.filter(sits -> !sits.fits(role, seat))
                .ifPresent(sits -> section.reject("kind", "a policy for role " + role + ", not for " + sits.roles()));
        return policy;
    }

    private Optional<MertonBand.Config> mertonBand(Section section) {
        Section believed = section.open("assets");
        List<Optional<AssetBelief>> beliefs = believed.names().stream()
                .map(symbol -> belief(believed, symbol))
                .toList();
        Pairs pairs = Pairs.read(section.open("correlations"), new Names("two of its assets", believed.names()));
        List<Correlation> correlations = pairs.entries().stream()
                .map(pair -> new Correlation(
                        pairs.names().get(pair.first()), pairs.names().get(pair.second()), bounded(pair.value())))
                .toList();
        return RecordReader.PLAIN.read(
                section,
                MertonBand.Config.class,
                Map.of("assets", beliefs.stream().flatMap(Optional::stream).toList(), "correlations", correlations));
    }

    /** The record refuses a perfect correlation; a scenario's is brought just inside. */
    private static double bounded(double correlation) {
        return Math.clamp(correlation, -0.999999, 0.999999);
    }

    private Optional<AssetBelief> belief(Section believed, String symbol) {
        if (assets.indexOf(symbol) < 0) {
            believed.rejectName(symbol, assets.expected());
        }
        Section section = believed.named(symbol, "templates.belief");
        return RecordReader.PLAIN.read(section, AssetBelief.class, Map.of("symbol", symbol));
    }

    /** The limit that is written in the section itself, then the further ones; without those that have mistakes. */
    private static List<TailLimit> limits(Section section) {
        Section further = section.open("further-limits");
        Stream<Section> named = further.names().stream().map(name -> further.named(name, "templates.tail-limit"));
        return Stream.concat(Stream.of(section), named)
                .flatMap(each -> RecordReader.PLAIN.read(each, TailLimit.class).stream())
                .toList();
    }

    private static Map<String, String> settings(Section section) {
        Map<String, String> values = new TreeMap<>();
        section.names().forEach(name -> values.put(name, section.get(name, ValueKind.TEXT)));
        return values;
    }
}
