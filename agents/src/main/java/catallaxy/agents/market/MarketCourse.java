package catallaxy.agents.market;

import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.SharedEnvironment;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.seat.SeatedLearner;
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
    private final List<SeatedLearner> seated;
    private final MarketRounds rounds;
    private final long seed;
    private final MarketWorlds worlds;
    private final List<Learner> learners = new ArrayList<>();

    /**
     * A course at its beginning.
     *
     * @param agents  the market and everybody's own policy
     * @param seated  in the order of the market's agents
     * @param seed    of the training
     * @throws IllegalArgumentException if a learner does not fit its seat, or there are too few worlds for all
     */
    public MarketCourse(
            MarketAgents agents, FaultRule rule, List<SeatedLearner> seated, MarketRounds rounds, long seed) {
        this.agents = agents;
        this.rule = rule;
        this.seated = List.copyOf(seated);
        this.rounds = rounds;
        this.seed = seed;
        Map<String, SeatSettings> seating = new LinkedHashMap<>();
        seated.forEach(each -> seating.put(each.agent(), each.settings()));
        worlds = new MarketWorlds(agents, rule, seating, rounds, MarketWorlds.EpisodeSeeds.ofTraining(seed));
        for (int i = 0; i < seated.size(); i++) {
            learners.add(seated.get(i).maker().create(task(worlds.seats().get(i))));
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
        return seated.stream()
                .mapToLong(each -> worldsOfEach() * epochs(each.agent()))
                .sum();
    }

    /** Lets the learners whose settings say so imitate their advisors. */
    @Override
    public void prepare(Compute compute) {
        for (int i = 0; i < seated.size(); i++) {
            SeatedLearner each = seated.get(i);
            if (each.settings().cloning().rounds() > 0) {
                new Imitation(worlds.agents(), rule, each, seed).teach(learners.get(i), worlds.count(), compute);
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
        for (int i = 0; i < seated.size(); i++) {
            SeatedLearner each = seated.get(i);
            TensorStore tensors = new TensorStore();
            learners.get(i).save(tensors, new StateWriter(1 << 16));
            String role = agents.market()
                    .agents()
                    .get(agents.index(each.agent()))
                    .role()
                    .role();
            trained = trained.with(
                    each.agent(),
                    each.policy(SeatedLearner.Origin.inTraining(role), agents.policy(each.agent()), tensors));
        }
        return trained;
    }

    @Override
    public void close() {
        learners.forEach(Learner::close);
    }
}
