package catallaxy.agents.market;

import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.SharedEnvironment;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.LearnerEntry;
import catallaxy.agents.training.Course;
import catallaxy.agents.training.Trainer;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Several learners of one market, each in its seat in all worlds or in its share of them. */
public final class MarketCourse implements Course {
    private final MarketAgents agents;
    private final FaultRule rule;
    private final List<LearnerEntry> entries;
    private final MarketRounds rounds;
    private final long seed;
    private final MarketWorlds worlds;
    private final List<Learner> learners = new ArrayList<>();

    /**
     * A course at its beginning.
     *
     * @param agents  the market and everybody's own policy
     * @param entries in the order of the market's agents
     * @param seed    of the training
     * @throws IllegalArgumentException if a learner does not fit its seat, or there are too few worlds for all
     */
    public MarketCourse(
            MarketAgents agents, FaultRule rule, List<LearnerEntry> entries, MarketRounds rounds, long seed) {
        this.agents = agents;
        this.rule = rule;
        this.entries = List.copyOf(entries);
        this.rounds = rounds;
        this.seed = seed;
        worlds = new MarketWorlds(agents, rule, entries, rounds, seed);
        for (int i = 0; i < entries.size(); i++) {
            learners.add(entries.get(i).maker().create(task(worlds.seats().get(i))));
        }
    }

    private LearningTask task(BatchSeat seat) {
        return new LearningTask(
                seat.observationSpec(),
                seat.actionSpec(),
                worldsOfEach(),
                plannedSteps(seat.agent()),
                Trainer.derivedSeed(seed, "learner/" + seat.agent()));
    }

    @Override
    public SharedEnvironment worlds() {
        return worlds;
    }

    @Override
    public List<Learner> learners() {
        return learners;
    }

    /** In how many worlds each learner learns at a time. */
    public int worldsOfEach() {
        return worlds.worldsOfEach();
    }

    /** Decisions of an agent in one episode. */
    public long epochs(String agent) {
        return worlds.epochs(agent);
    }

    /** Rounds that are over. */
    public int round() {
        return worlds.round();
    }

    /** Transitions of one learner in all rounds. */
    public long plannedSteps(String agent) {
        return (long) rounds.rounds() * worldsOfEach() * epochs(agent);
    }

    /** Transitions of all learners in a round. */
    public long stepsOfRound() {
        return entries.stream()
                .mapToLong(entry -> worldsOfEach() * epochs(entry.agent()))
                .sum();
    }

    /** Lets the learners whose settings say so imitate their advisors. */
    @Override
    public void prepare(Compute compute) {
        for (int i = 0; i < entries.size(); i++) {
            LearnerEntry entry = entries.get(i);
            if (entry.settings().cloning().rounds() > 0) {
                new Imitation(worlds.agents(), rule, entry, seed).teach(learners.get(i), worlds.count(), compute);
            }
        }
    }

    /** Whole runs with what has been learned in all seats; the mean reward is the sum of the learners' mean scores. */
    @Override
    public Map<String, Double> evaluate(int episodes) {
        long[] seeds = evaluationSeeds(Trainer.derivedSeed(seed, "evaluation"), episodes);
        MarketEvaluation evaluation = MarketEvaluation.of(trained(), rule, seeds);
        Map<String, Double> figures = new LinkedHashMap<>();
        double sum = 0;
        for (BatchSeat seat : worlds.seats()) {
            double[] scores = Objects.requireNonNull(evaluation.scores().get(seat.agent()));
            double mean = Arrays.stream(scores).sum() / scores.length;
            figures.put(seat.named(MEAN_REWARD), mean);
            sum += mean;
        }
        figures.put(MEAN_REWARD, sum);
        return figures;
    }

    /** Seeds of so many runs that training does not see. */
    public static long[] evaluationSeeds(long seed, int episodes) {
        long[] seeds = new long[episodes];
        for (int i = 0; i < episodes; i++) {
            seeds[i] = RandomStream.of(seed, "held-out/" + i).nextLong();
        }
        return seeds;
    }

    /** Everybody, with what has been learned so far in the learners' seats. */
    public MarketAgents trained() {
        MarketAgents trained = agents;
        for (int i = 0; i < entries.size(); i++) {
            LearnerEntry entry = entries.get(i);
            TensorStore tensors = new TensorStore();
            learners.get(i).save(tensors, new StateWriter(1 << 16));
            String role = agents.market()
                    .agents()
                    .get(agents.index(entry.agent()))
                    .role()
                    .role();
            trained = trained.with(
                    entry.agent(),
                    entry.policy(LearnerEntry.Origin.inTraining(role), agents.policy(entry.agent()), tensors));
        }
        return trained;
    }

    @Override
    public void close() {
        learners.forEach(Learner::close);
    }
}
