package catallaxy.scenarios.file;

import catallaxy.agents.market.MarketRounds;
import catallaxy.agents.seat.Cloning;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.training.LearnerKinds;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.agents.training.TrainingPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code learners} and {@code training} of a scenario with a market. */
final class SeatLearnerReader {
    private static final int MOST_EPISODES = 100_000;
    private static final String NORMALISES = "normalise-observations";
    private static final String LEARNER = "templates.learner";

    private SeatLearnerReader() {}

    /** The learners of those agents, in their order; a learner of anybody else is a mistake. */
    static List<Optional<SeatLearner>> learners(Section section, Names agents) {
        section.names().stream()
                .filter(name -> agents.indexOf(name) < 0)
                .forEach(name -> section.rejectName(name, agents.expected()));
        return agents.known().stream()
                .filter(section.names()::contains)
                .map(name -> learner(section.named(name, "templates.seat")))
                .toList();
    }

    static Optional<SeatLearner> learner(Section section) {
        Manual algorithms = Manual.training();
        String algorithm = section.word("algorithm", LearnerKinds.registered().names());
        boolean replaced = section.isFromCommandLine("algorithm");
        Section settings = section.described("settings", LEARNER + "." + algorithm, algorithms, replaced);
        Optional<? extends LearnerSpec<?>> learner = LearnerReader.read(algorithm, settings);
        boolean normalises = settings.knows(NORMALISES) && settings.get(NORMALISES, ValueKind.FLAG);
        Optional<SeatSettings.Actions> actions = actions(section);
        Optional<SeatSettings.Limits> limits = limits(section);
        Optional<SeatSettings.Reward> reward = reward(section);
        boolean observeAdvice = section.get("observe-advice", ValueKind.FLAG);
        Optional<Cloning.Config> cloning = cloning(section);
        if (cloning.filter(each -> each.rounds() > 0).isPresent()) {
            requireFittable(section, normalises, actions, learner);
        }
        return section.build(() -> new SeatLearner(
                section.name(),
                learner.orElseThrow(),
                new SeatSettings(
                        actions.orElseThrow(),
                        limits.orElseThrow(),
                        reward.orElseThrow(),
                        observeAdvice,
                        cloning.orElseThrow())));
    }

    /** Refuses to have a policy imitate its advisor that cannot. */
    private static void requireFittable(
            Section section,
            boolean normalises,
            Optional<SeatSettings.Actions> actions,
            Optional<? extends LearnerSpec<?>> learner) {
        if (normalises) {
            section.reject("clone-rounds", "0 where settings.normalise-observations is true");
        }
        if (actions.filter(SeatSettings.Actions::beginsAtAdvice).isPresent()) {
            section.reject("clone-rounds", "0 with a residual or levels, which begin at the advice");
        }
        learner.filter(each -> each.perceptron().isEmpty())
                .ifPresent(other -> section.reject(
                        "clone-rounds", "0 with " + other.algorithm() + ", whose policy cannot be fitted to advice"));
    }

    private static Optional<SeatSettings.Actions> actions(Section section) {
        List<String> components =
                section.items("components").stream().map(Section.Item::text).toList();
        double residual = section.number("residual");
        SeatSettings.Base base = Values.constant(section, "residual-base", SeatSettings.Base.values());
        double deadBand = section.number("dead-band");
        List<Double> levels =
                section.numbers("levels").stream().map(BigDecimal::doubleValue).toList();
        List<Integer> frames = section.numbers("frames").stream()
                .map(each -> epochs(section, each))
                .toList();
        return section.build(() -> new SeatSettings.Actions(components, residual, base, deadBand, levels, frames));
    }

    private static int epochs(Section section, BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException fractional) {
            section.reject("frames", "whole numbers of epochs");
            return 1;
        }
    }

    private static Optional<SeatSettings.Limits> limits(Section section) {
        double inventoryShare = section.number("inventory-share");
        double minScale = section.number("min-scale");
        double haltDrawdown = section.number("halt-drawdown");
        OptionalDouble kellyCap = section.get("kelly-cap", ValueKind.NUMBER_OR_NONE);
        OptionalDouble noArbitrage = section.get("no-arbitrage-bps", ValueKind.NUMBER_OR_NONE);
        return section.build(
                () -> new SeatSettings.Limits(inventoryShare, minScale, haltDrawdown, kellyCap, noArbitrage));
    }

    private static Optional<SeatSettings.Reward> reward(Section section) {
        double scale = section.number("reward-scale");
        SeatSettings.Basis basis = Values.constant(section, "reward-basis", SeatSettings.Basis.values());
        double potential = section.number("inventory-potential");
        double discount = section.number("potential-discount");
        Optional<SeatSettings.Risk> risk = risk(section);
        return section.build(() -> new SeatSettings.Reward(scale, basis, risk.orElseThrow(), potential, discount));
    }

    private static Optional<SeatSettings.Risk> risk(Section section) {
        String adjustment = section.word("reward-risk", List.of("neutral", "variance", "sharpe"));
        double aversion = section.number("risk-aversion");
        double decay = section.number("sharpe-decay");
        Optional<SeatSettings.Risk> variance = section.build(() -> new SeatSettings.Risk.Variance(aversion));
        Optional<SeatSettings.Risk> sharpe = section.build(() -> new SeatSettings.Risk.DifferentialSharpe(decay));
        return switch (adjustment) {
            case "variance" -> variance;
            case "sharpe" -> sharpe;
            default -> Optional.of(new SeatSettings.Risk.Neutral());
        };
    }

    private static Optional<Cloning.Config> cloning(Section section) {
        int rounds = section.whole32("clone-rounds");
        int epochs = section.whole32("clone-epochs");
        double learningRate = section.number("clone-learning-rate");
        return section.build(() -> new Cloning.Config(rounds, epochs, learningRate));
    }

    /** How learners are trained. */
    static Optional<MarketTraining> training(Section section, List<Optional<SeatLearner>> learners) {
        int rounds = section.whole32("rounds");
        int worlds = section.whole32("worlds");
        int soloWorlds = section.whole32("solo-worlds");
        long episode = section.nanos("episode");
        int evaluationEvery = section.whole32("evaluation-every");
        int evaluationEpisodes = section.whole32("evaluation-episodes");
        int checkpointEvery = section.whole32("checkpoint-every");
        OptionalDouble target = section.get("target-evaluation", ValueKind.NUMBER_OR_NONE);
        int patience = section.whole32("patience");
        FinalScore finalScore = FinalScore.read(section, MOST_EPISODES);
        ComputeChoice compute = ComputeChoice.read(section);
        Optional<MarketTraining> training = section.build(() -> new MarketTraining(
                learners.stream().flatMap(Optional::stream).toList(),
                new MarketRounds(rounds, worlds, soloWorlds, episode),
                evaluationEvery,
                evaluationEpisodes,
                checkpointEvery,
                new TrainingPlan.Goals(target, OptionalDouble.empty(), patience),
                finalScore,
                compute));
        if (training.isPresent() && !training.get().rounds().hasRoomFor(learners.size())) {
            section.reject(
                    "solo-worlds",
                    "at most " + worlds / learners.size() + ", since " + learners.size() + " learners have " + worlds
                            + " worlds");
        }
        return training;
    }
}
