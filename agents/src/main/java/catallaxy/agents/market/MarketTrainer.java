package catallaxy.agents.market;

import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.policy.Cast;
import catallaxy.agents.training.Snapshot;
import catallaxy.agents.training.Trainer;
import catallaxy.agents.training.TrainingEnd;
import catallaxy.agents.training.TrainingListener;
import catallaxy.agents.training.TrainingProgress;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.role.AgentSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * Several learners at work in one market, each in its seat in all of {@code N} worlds or in its share of them, while the
 * scenario's own policies sit in the other seats.
 *
 * <p>The worlds' state is saved nowhere: it is a function of (seed, world, episode) between two episodes, and only there is
 * anything saved. A run that goes on from a checkpoint reaches the same bits as one that was never stopped. One thread.
 */
public final class MarketTrainer implements AutoCloseable {
    private final Cast cast;
    private final Cast episodes;
    private final FaultRule rule;
    private final MarketTrainingPlan plan;
    private final long seed;
    private final TrainingListener listener;
    private final List<LearnerEntry> entries;
    private final Lineup lineup;
    private final List<LearningSeat> seats = new ArrayList<>();
    private final MarketRound worlds;
    private int round;
    private TrainingProgress progress = TrainingProgress.NOTHING;

    /**
     * Training at its beginning.
     *
     * @param cast    the market and everybody's own policy
     * @param entries in the order of the market's agents
     * @throws IllegalArgumentException if a learner does not fit its seat, or there are too few worlds for all
     */
    public MarketTrainer(
            Cast cast,
            FaultRule rule,
            List<LearnerEntry> entries,
            MarketTrainingPlan plan,
            long seed,
            TrainingListener listener) {
        this.cast = cast;
        this.rule = rule;
        this.plan = plan;
        this.seed = seed;
        this.listener = listener;
        this.entries = List.copyOf(entries);
        episodes = new Cast(shortened(cast.market(), plan), cast.policies(), cast.factory());
        lineup = Lineup.of(plan, entries.stream().map(LearnerEntry::agent).toList());
        entries.forEach(entry -> seats.add(seat(entry)));
        worlds = new MarketRound(episodes, rule, seats, lineup);
    }

    /** The last nanosecond is left out, so that no epoch falls on the end of an episode. */
    private static MarketSpec shortened(MarketSpec market, MarketTrainingPlan plan) {
        long span = plan.episodeNanos() == 0 ? market.durationNanos() : plan.episodeNanos();
        return new MarketSpec(
                market.name(),
                Math.max(1_000_000_000L, Math.min(span, market.durationNanos()) - 1),
                market.engine(),
                market.population(),
                market.agents());
    }

    private LearningSeat seat(LearnerEntry entry) {
        requireFirst(entry.agent());
        SeatView view =
                new SeatView(entry.settings(), cast.context(entry.agent(), 0), () -> cast.agent(entry.agent(), 0));
        Learner learner = entry.maker()
                .create(view.observations(), view.actions().spec(), lineup.worldsOfEach(), plannedSteps(entry));
        return new LearningSeat(entry.agent(), entry.settings(), episodes, learner, lineup.worldsOf(entry.agent()));
    }

    private void requireFirst(String agent) {
        long first = cast.market().agents().stream()
                .mapToLong(each -> each.firstEpochNanos())
                .min()
                .orElseThrow();
        long own = cast.market().agents().get(cast.index(agent)).firstEpochNanos();
        if (own != first) {
            throw new IllegalArgumentException("first-epoch of learner " + agent + ": expected " + first
                    + " ns, the earliest of all agents, found " + own + " ns");
        }
    }

    /** Decisions of an agent in one episode. */
    public long epochs(String agent) {
        AgentSpec seat = cast.market().agents().get(cast.index(agent));
        return (episodes.market().durationNanos() - seat.firstEpochNanos()) / seat.cadenceNanos() + 1;
    }

    /** In how many worlds each learner learns at a time. */
    public int worldsOfEach() {
        return lineup.worldsOfEach();
    }

    /** Transitions of all learners in the whole plan. */
    public long plannedSteps() {
        return entries.stream().mapToLong(this::plannedSteps).sum();
    }

    private long plannedSteps(LearnerEntry entry) {
        return (long) plan.rounds() * lineup.worldsOfEach() * epochs(entry.agent());
    }

    /** Lets the learners whose settings say so imitate their advisors; before the first round of a new run. */
    public void imitate(Compute compute) {
        for (int i = 0; i < seats.size(); i++) {
            LearnerEntry entry = entries.get(i);
            if (entry.settings().cloning().rounds() > 0) {
                new Imitation(episodes, rule, entry, seed).teach(seats.get(i).learner(), plan.worlds(), compute);
            }
        }
    }

    /** Names of the features of all learners, each after its agent and a slash. */
    public List<String> featureNames() {
        return seats.stream()
                .flatMap(seat -> LearnerEntry.featureNames(seat.observationSpec()).stream()
                        .map(name -> seat.agent() + "/" + name))
                .toList();
    }

    /** Names of the action components of all learners, each after its agent and a slash. */
    public List<String> actionNames() {
        return seats.stream()
                .flatMap(seat ->
                        LearnerEntry.actionNames(seat.actionSpec()).stream().map(name -> seat.agent() + "/" + name))
                .toList();
    }

    public TrainingProgress progress() {
        return progress;
    }

    /** Rounds that are over. */
    public int round() {
        return round;
    }

    /** Takes over what was saved by a trainer of the same arguments. */
    public void load(Snapshot saved) {
        StateReader in = new StateReader(saved.state());
        for (LearningSeat seat : seats) {
            seat.learner().load(AgentTensors.of(seat.agent(), saved.tensors()), in);
            seat.load(in);
        }
        round = in.int32();
        progress = saved.progress();
        in.end();
    }

    private Snapshot snapshot() {
        TensorStore tensors = new TensorStore();
        StateWriter out = new StateWriter(1 << 16);
        for (LearningSeat seat : seats) {
            TensorStore own = new TensorStore();
            seat.learner().save(own, out);
            seat.save(out);
            AgentTensors.put(seat.agent(), own, tensors);
        }
        out.int32(round);
        return new Snapshot(progress, tensors, out.toBytes());
    }

    /**
     * Trains until the plan's rounds, target or patience end it, or to the next boundary after {@code interrupted} holds. Saves
     * last in any case.
     *
     * @return why it ended; {@link TrainingEnd#NOT_YET} if it was interrupted
     */
    public TrainingEnd run(BooleanSupplier interrupted) {
        worlds.begin(seeds());
        boolean stopping = false;
        while (!stopping && progress.end() == TrainingEnd.NOT_YET) {
            worlds.play();
            round++;
            worlds.begin(seeds());
            if (seats.stream().allMatch(seat -> seat.learner().atBoundary())) {
                stopping = interrupted.getAsBoolean();
                atBoundary(stopping);
            } else if (round >= plan.rounds()) {
                throw new IllegalStateException("after " + round + " rounds a learner is in the middle of a rollout: "
                        + "its length should divide, or be a multiple of, its decisions in an episode");
            }
        }
        return progress.end();
    }

    /** Of the present round's episode of every world. */
    private long[] seeds() {
        long[] seeds = new long[plan.worlds()];
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] = RandomStream.of(seed, "world/" + i + "/episode/" + round).nextLong();
        }
        return seeds;
    }

    private void atBoundary(boolean stopping) {
        boolean last = round >= plan.rounds();
        long steps = seats.stream().mapToLong(seat -> seat.learner().steps()).sum();
        boolean evaluates = plan.evaluationEpisodes() > 0
                && (last || (plan.evaluationEvery() > 0 && round % plan.evaluationEvery() == 0));
        Map<String, Double> figures = figures();
        progress = progress.at(steps, (long) round * plan.worlds());
        if (evaluates) {
            progress = progress.evaluated(evaluate(figures));
            figures.put("eval/best_mean_reward", progress.bestEvaluation());
        }
        progress = progress.ended(end(last));
        listener.measured(steps, figures);
        if (stopping || last || evaluates || round % plan.checkpointEvery() == 0) {
            listener.checkpoint(snapshot());
        }
    }

    private TrainingEnd end(boolean last) {
        OptionalDouble target = plan.targetEvaluation();
        if (target.isPresent() && progress.lastEvaluation() >= target.getAsDouble()) {
            return TrainingEnd.TARGET;
        }
        boolean stale = plan.patience() > 0 && progress.stale() >= plan.patience();
        return stale ? TrainingEnd.PATIENCE : last ? TrainingEnd.STEPS : TrainingEnd.NOT_YET;
    }

    private Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (LearningSeat seat : seats) {
            figures.put(seat.agent() + "/rollout/ep_rew_mean", seat.meanReturn());
            seat.learner().metrics().forEach((name, value) -> figures.put(seat.agent() + "/" + name, value));
        }
        figures.put("rollout/rounds", (double) round);
        return figures;
    }

    /** Plays whole runs with what has been learned in all seats; the sum of the learners' mean scores. */
    private double evaluate(Map<String, Double> figures) {
        long[] seeds = evaluationSeeds(Trainer.derivedSeed(seed, "evaluation"), plan.evaluationEpisodes());
        MarketEvaluation evaluation = MarketEvaluation.of(trained(), rule, seeds);
        double sum = 0;
        for (LearningSeat seat : seats) {
            double[] scores = Objects.requireNonNull(evaluation.scores().get(seat.agent()));
            double mean = Arrays.stream(scores).sum() / scores.length;
            figures.put(seat.agent() + "/eval/mean_reward", mean);
            sum += mean;
        }
        figures.put("eval/mean_reward", sum);
        return sum;
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
    public Cast trained() {
        Cast trained = cast;
        for (int i = 0; i < seats.size(); i++) {
            LearnerEntry entry = entries.get(i);
            TensorStore tensors = new TensorStore();
            seats.get(i).learner().save(tensors, new StateWriter(1 << 16));
            String role =
                    cast.market().agents().get(cast.index(entry.agent())).role().role();
            trained = trained.with(
                    entry.agent(),
                    entry.policy(LearnerEntry.Origin.inTraining(role), cast.policy(entry.agent()), tensors));
        }
        return trained;
    }

    @Override
    public void close() {
        seats.forEach(seat -> seat.learner().close());
    }
}
