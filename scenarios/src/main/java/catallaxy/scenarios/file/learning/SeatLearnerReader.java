package catallaxy.scenarios.file.learning;

import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code learners} and {@code training} of a scenario with a market. */
public final class SeatLearnerReader {
    private static final String NORMALISES = "normalise-observations";
    private static final String LEARNER = "templates.learner";

    private SeatLearnerReader() {}

    /** The learners of those agents, in their order; a learner of anybody else is a mistake. */
    public static List<Optional<SeatLearnerSpec>> learners(Section section, Names agents) {
        section.names().stream()
                .filter(name -> agents.indexOf(name) < 0)
                .forEach(name -> section.rejectName(name, agents.expected()));
        return agents.known().stream()
                .filter(section.names()::contains)
                .map(name -> learner(section.named(name, "templates.seat")))
                .toList();
    }

    /** One entry of {@code learners}; empty after noting what is wrong. */
    public static Optional<SeatLearnerSpec> learner(Section section) {
        Manual algorithms = Manual.training();
        String algorithm = section.kind("algorithm", algorithms, LEARNER);
        boolean replaced = section.isFromCommandLine("algorithm");
        Section settings = section.described("settings", LEARNER + "." + algorithm, algorithms, replaced);
        Optional<? extends LearnerSpec<?>> learner = LearnerReader.read(algorithm, settings);
        boolean normalises = settings.knows(NORMALISES) && settings.get(NORMALISES, ValueKind.FLAG);
        Optional<SeatSettings> seat =
                RecordReader.PLAIN.read(section, SeatSettings.class, Map.of("risk", risk(section)));
        seat.filter(each -> each.cloning().rounds() > 0)
                .ifPresent(each -> requireFittable(section, normalises, each.actions(), learner));
        return section.build(() -> new SeatLearnerSpec(section.name(), learner.orElseThrow(), seat.orElseThrow()));
    }

    /** Refuses to have a policy imitate its advisor that cannot. */
    private static void requireFittable(
            Section section,
            boolean normalises,
            SeatSettings.Actions actions,
            Optional<? extends LearnerSpec<?>> learner) {
        if (normalises) {
            section.reject("clone-rounds", "0 where settings.normalise-observations is true");
        }
        if (actions.beginsAtAdvice()) {
            section.reject("clone-rounds", "0 with a residual or levels, which begin at the advice");
        }
        learner.filter(each -> each.perceptron().isEmpty())
                .ifPresent(other -> section.reject(
                        "clone-rounds", "0 with " + other.algorithm() + ", whose policy cannot be fitted to advice"));
    }

    private static Optional<SeatSettings.Risk> risk(Section section) {
        String adjustment = section.word("reward-risk", List.of("neutral", "variance", "sharpe"));
        Optional<SeatSettings.Risk.Variance> variance =
                RecordReader.PLAIN.read(section, SeatSettings.Risk.Variance.class);
        Optional<SeatSettings.Risk.DifferentialSharpe> sharpe =
                RecordReader.PLAIN.read(section, SeatSettings.Risk.DifferentialSharpe.class);
        return switch (adjustment) {
            case "variance" -> variance.map(SeatSettings.Risk.class::cast);
            case "sharpe" -> sharpe.map(SeatSettings.Risk.class::cast);
            default -> Optional.of(new SeatSettings.Risk.Neutral());
        };
    }

    /** How learners are trained. */
    public static Optional<MarketTraining> training(Section section, List<Optional<SeatLearnerSpec>> learners) {
        Optional<MarketTraining> training = RecordReader.PLAIN.read(
                section,
                MarketTraining.class,
                Map.of(
                        "learners", learners.stream().flatMap(Optional::stream).toList(),
                        "targetRollout", OptionalDouble.empty()));
        training.map(MarketTraining::rounds)
                .filter(rounds -> !rounds.hasRoomFor(learners.size()))
                .ifPresent(rounds -> section.reject("solo-worlds", room(rounds.worlds(), learners.size())));
        return training;
    }

    private static String room(int worlds, int learners) {
        return "at most " + worlds / learners + ", since " + learners + " learners have " + worlds + " worlds";
    }
}
