package catallaxy.scenarios.file;

import catallaxy.agents.policy.AvellanedaStoikov;
import catallaxy.agents.policy.ClosedFormArbitrage;
import catallaxy.agents.policy.GueantLehalleFernandezTapia;
import catallaxy.agents.policy.GueantLehalleFernandezTapia.Objective;
import catallaxy.agents.policy.HoldAgent;
import catallaxy.agents.policy.MertonBand;
import catallaxy.agents.policy.MertonBand.AssetBelief;
import catallaxy.agents.policy.MertonBand.Correlation;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.policy.RandomAgent;
import catallaxy.agents.policy.TailLimit;
import catallaxy.agents.policy.UserAgent;
import catallaxy.agents.policy.ValueAtRiskLimits;
import catallaxy.agents.policy.VolatilityRegime;
import catallaxy.agents.risk.RiskMethod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Reads the policy of one entry of {@code agents}. */
final class PolicyReader {
    /** A number, or what the agent observes in its place. */
    private static final ValueKind<OptionalDouble> OBSERVABLE = new ValueKind<>(
            "number or observed",
            "a number, or observed",
            OptionalDouble.empty(),
            PolicyReader::parseObservable,
            PolicyReader::renderObservable);

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
            case "avellaneda-stoikov" -> avellanedaStoikov(section);
            case "gueant-lehalle-fernandez-tapia" -> gueantLehalleFernandezTapia(section);
            case "merton-band" -> mertonBand(section);
            case "closed-form-arbitrage" -> closedFormArbitrage(section);
            case "value-at-risk-limits" -> valueAtRiskLimits(section);
            case "random" -> section.build(RandomAgent.Config::new);
            case "hold" -> section.build(HoldAgent.Config::new);
            case "checkpoint" -> checkpoints.read(section, agent);
            case "class" -> userAgent(section);
            default -> throw new IllegalStateException(variant.kind());
        };
        policy.map(PolicySpec::role)
                .filter(fitting -> !fitting.equals(role) && !fitting.equals(PolicySpec.ANY_ROLE))
                .ifPresent(fitting -> section.reject("kind", "a policy for role " + role + ", not for " + fitting));
        return policy;
    }

    private static Optional<PolicySpec> avellanedaStoikov(Section section) {
        double gamma = section.number("gamma");
        double k = section.number("k");
        double horizon = section.nanos("horizon") / 1e9;
        OptionalDouble sigma = section.get("sigma", OBSERVABLE);
        return section.build(() -> new AvellanedaStoikov.Config(gamma, k, horizon, sigma));
    }

    private static Optional<PolicySpec> gueantLehalleFernandezTapia(Section section) {
        Objective objective = Values.constant(section, "objective", Objective.values());
        double gamma = section.number("gamma");
        double k = section.number("k");
        double fillsPerSecond = section.number("A");
        OptionalDouble sigma = section.get("sigma", OBSERVABLE);
        return section.build(() -> new GueantLehalleFernandezTapia.Config(objective, gamma, k, fillsPerSecond, sigma));
    }

    private Optional<PolicySpec> mertonBand(Section section) {
        double gamma = section.number("gamma");
        double riskFree = section.number("risk-free");
        double cost = section.number("cost");
        Section believed = section.open("assets");
        List<Optional<AssetBelief>> beliefs = believed.names().stream()
                .map(symbol -> belief(believed, symbol))
                .toList();
        Pairs pairs = Pairs.read(section.open("correlations"), new Names("two of its assets", believed.names()));
        List<Correlation> correlations = pairs.entries().stream()
                .map(pair -> new Correlation(
                        pairs.names().get(pair.first()), pairs.names().get(pair.second()), bounded(pair.value())))
                .toList();
        return section.build(() -> new MertonBand.Config(
                gamma,
                riskFree,
                cost,
                beliefs.stream().map(Optional::orElseThrow).toList(),
                correlations));
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
        double mu = section.number("mu");
        OptionalDouble sigma = section.get("sigma", OBSERVABLE);
        return section.build(() -> new AssetBelief(symbol, mu, sigma));
    }

    private static Optional<PolicySpec> closedFormArbitrage(Section section) {
        double minProfit = section.number("min-profit");
        double minProfitBps = section.number("min-profit-bps");
        return section.build(() -> new ClosedFormArbitrage.Config(minProfit, minProfitBps));
    }

    private static Optional<PolicySpec> valueAtRiskLimits(Section section) {
        RiskMethod method = Values.constant(section, "method", RiskMethod.values());
        int window = section.whole32("window");
        double drawdown = section.number("drawdown");
        double warning = section.number("warning");
        double floor = section.number("floor");
        long coolDown = section.nanos("cool-down");
        List<Optional<TailLimit>> limits = limits(section);
        Optional<VolatilityRegime.Config> regime = regime(section.section("regime"));
        return section.build(() -> new ValueAtRiskLimits.Config(
                method,
                limits.stream().map(Optional::orElseThrow).toList(),
                window,
                regime.orElseThrow(),
                drawdown,
                warning,
                floor,
                coolDown));
    }

    /** The limit that is written in the section itself, then the further ones. */
    private static List<Optional<TailLimit>> limits(Section section) {
        List<Optional<TailLimit>> limits = new ArrayList<>(List.of(limit(section)));
        Section further = section.open("further-limits");
        further.names().forEach(name -> limits.add(limit(further.named(name, "templates.tail-limit"))));
        return limits;
    }

    private static Optional<TailLimit> limit(Section section) {
        double level = section.number("level");
        int horizon = section.whole32("horizon");
        double valueAtRisk = section.number("value-at-risk");
        double shortfall = section.number("expected-shortfall");
        return section.build(() -> new TailLimit(level, horizon, valueAtRisk, shortfall));
    }

    private static Optional<VolatilityRegime.Config> regime(Section section) {
        double fast = section.number("fast");
        double slow = section.number("slow");
        double calmBelow = section.number("calm-below");
        double stressedAbove = section.number("stressed-above");
        double calm = section.number("calm-multiplier");
        double stressed = section.number("stressed-multiplier");
        return section.build(() -> new VolatilityRegime.Config(fast, slow, calmBelow, stressedAbove, calm, stressed));
    }

    private static Optional<PolicySpec> userAgent(Section section) {
        String className = section.get("class", ValueKind.TEXT);
        Section settings = section.open("settings");
        Map<String, String> values = new TreeMap<>();
        settings.names().forEach(name -> values.put(name, settings.get(name, ValueKind.TEXT)));
        return section.build(() -> new UserAgent(className, values));
    }

    private static Optional<OptionalDouble> parseObservable(String text) {
        return text.equals("observed")
                ? Optional.of(OptionalDouble.empty())
                : ValueKind.NUMBER.parser().apply(text).map(number -> OptionalDouble.of(number.doubleValue()));
    }

    private static String renderObservable(OptionalDouble number) {
        return number.isPresent() ? Decimals.render(BigDecimal.valueOf(number.getAsDouble())) : "observed";
    }
}
