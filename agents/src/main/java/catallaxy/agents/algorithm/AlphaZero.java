package catallaxy.agents.algorithm;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Game;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.ObservationNormaliser;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluator;
import catallaxy.mcts.search.ManySearches;
import catallaxy.mcts.search.SearchResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * AlphaZero, the algorithm of Silver et al. 2018, https://doi.org/10.1126/science.aar6404: learns a game from play against itself.
 *
 * <pre>
 *   act      π = search(s; θ⁻),  a ~ π in the first moves of a game, then the best
 *   learn    from (s, π, y) of games that are over: (y − v)² − Σ_a π(a) ln p(a)
 *   target   y_t = (1 − λ) q_t + λ y_{t+1},  y at the end the outcome z in [−1, 1],  q_t = Σ_a π(a) Q(s_t, a) of the search
 *   arena    θ plays θ⁻ every so often; θ⁻ ← θ if it wins its share
 * </pre>
 *
 * <p>y and q are the mover's and change sign with him. λ = 1 is the paper's y = z; below 1 the values are learned from λ-returns of search values (TD(λ):
 * Sutton and Barto 2018, chapter 12), which vary less where chance decides much.
 *
 * <p>Deviations: policy and value are networks of their own; only a candidate that wins in the arena plays on, as in AlphaGo Zero (Silver et
 * al. 2017, https://doi.org/10.1038/nature24270); Adam instead of momentum, and no decay of weights; no resignation; proofs of
 * ends of games if wanted; Gumbel search (Danihelka et al. 2022) if wanted; searches of all worlds' games ask the networks together.
 */
public final class AlphaZero<P extends Position<P>> implements Learner {
    static final String NAME = "alphazero";
    private static final int PLAYED_AT_ONCE = 256;
    private static final double ELO_SCALE = 400;

    /**
     * Settings. "paper" is Silver et al. 2018.
     *
     * @param plan             by its keys: root puct, simulations 100 (paper 800), leaves 8 (paper), exploration 1.25 (paper), considered 16, noise
     *                         0.25 (paper), concentration 1 (paper: ten over the number of moves), solve true
     * @param hidden           widths of the hidden ReLU layers of either network
     * @param learningRate     α of Adam
     * @param bufferSize       positions remembered
     * @param learningStarts   positions before the first update
     * @param batchSize        positions of an update
     * @param reuse            how often each position is learned from, in the mean
     * @param trace            λ of the targets of values; 1 (paper)
     * @param temperatureMoves moves of a game that are drawn from π; 30 (paper)
     * @param evaluationSimulations before a move of the policy that was learned; 0 for as many as in training
     * @param arena            when candidates are tried
     */
    public record Config(
            PlanSettings plan,
            List<Integer> hidden,
            double learningRate,
            int bufferSize,
            int learningStarts,
            int batchSize,
            double reuse,
            double trace,
            int temperatureMoves,
            int evaluationSimulations,
            ArenaSettings arena) {
        /** Checks each; the error names the field. */
        public Config {
            hidden = Settings.widths("hidden", hidden);
            Settings.notNegative("learningRate", learningRate);
            Settings.positive("bufferSize", bufferSize);
            Settings.positive("learningStarts", learningStarts);
            Settings.positive("batchSize", batchSize);
            Settings.positive("reuse", reuse);
            Settings.share("trace", trace);
            Checks.inRange("temperatureMoves", temperatureMoves, 0, 1_000_000);
            Checks.inRange("evaluationSimulations", evaluationSimulations, 0, 10_000_000);
        }
    }

    /**
     * When and how candidates are tried.
     *
     * @param arenaEvery updates between two trials
     * @param arenaGames of a trial, even
     * @param arenaShare of the stakes that a candidate must win
     */
    public record ArenaSettings(int arenaEvery, int arenaGames, double arenaShare) {
        /** Checks each; the error names the field. */
        public ArenaSettings {
            Settings.positive("arenaEvery", arenaEvery);
            Checks.that(arenaGames > 0 && arenaGames % 2 == 0, "arenaGames", "an even positive number", arenaGames);
            Settings.share("arenaShare", arenaShare);
        }
    }

    private final Config config;
    private final Game<P> game;
    private final int worlds;
    private final int features;
    private final int actions;
    private final GameNetworks<P> networks;
    private final GameMemory memory;
    private final GameBatch batch;
    private final ObservationNormaliser normaliser;
    private final List<List<PlayedPosition>> games = new ArrayList<>();
    private long seed;
    private ManySearches<P> selfPlay;
    private RandomStream moves;
    private RandomStream draws;
    private RandomStream trials;
    private long steps;
    private boolean acting;
    private double policyLoss = Double.NaN;
    private double valueLoss = Double.NaN;
    private double entropy = Double.NaN;
    private double arenaScore = Double.NaN;
    private double rating;
    private long promotions;

    /**
     * A learner at its first move.
     *
     * @param game that is played in the task's worlds
     */
    public AlphaZero(Config config, Game<P> game, LearningTask task, Compute compute) {
        this.config = config;
        this.game = game;
        worlds = task.worlds();
        features = task.features();
        actions = game.actionSpec().maskSize();
        seed = task.stream(NAME, "searches").nextLong();
        networks = new GameNetworks<>(game, config.hidden(), task.stream(NAME, "parameters"), compute);
        selfPlay = searches(networks.best(), worlds, true);
        memory = new GameMemory(config.bufferSize(), features, actions, game.symmetries());
        batch = GameBatch.of(config.batchSize(), features, actions);
        normaliser = new ObservationNormaliser(features, false);
        moves = task.stream(NAME, "moves");
        draws = task.stream(NAME, "draws");
        trials = task.stream(NAME, "arena");
        for (int world = 0; world < worlds; world++) {
            games.add(new ArrayList<>());
        }
    }

    @Override
    public String algorithm() {
        return NAME;
    }

    @Override
    public void act(VectorStep now, float[] chosen) {
        List<P> positions = new ArrayList<>(worlds);
        long[] numbers = new long[worlds];
        for (int world = 0; world < worlds; world++) {
            positions.add(game.position(now.observations(), world * features));
            numbers[world] = steps + world;
        }
        List<SearchResult> found =
                selfPlay.search(positions, numbers, config.plan().simulations());
        for (int world = 0; world < worlds; world++) {
            SearchResult result = found.get(world);
            List<PlayedPosition> played = games.get(world);
            boolean early = played.size() < config.temperatureMoves();
            chosen[world] = early ? SampledMove.of(result, moves) : result.best();
            played.add(played(positions.get(world), result, now, world));
        }
        acting = true;
    }

    private PlayedPosition played(P position, SearchResult result, VectorStep now, int world) {
        float[] observation = new float[features];
        System.arraycopy(now.observations(), world * features, observation, 0, features);
        boolean[] legal = new boolean[actions];
        result.moves().forEach(move -> legal[move.move()] = true);
        float value = (float) (2 * share(result.improvedValue()) - 1);
        return new PlayedPosition(position.turn(), observation, result.policy(actions), legal, value);
    }

    @Override
    public void observe(VectorStep result) {
        for (int world = 0; world < worlds; world++) {
            if (result.terminated()[world]) {
                remember(games.get(world), result.rewards()[world]);
            }
            if (result.ended(world)) {
                games.get(world).clear();
            }
        }
        acting = false;
        long due = dueUpdates();
        steps += worlds;
        due = memory.size() < config.batchSize() ? 0 : dueUpdates() - due;
        for (long update = 0; update < due; update++) {
            update();
        }
    }

    /** Updates that were due so far: each position is learned from {@code reuse} times. */
    private long dueUpdates() {
        return (long) (Math.max(0, steps - config.learningStarts()) * config.reuse() / config.batchSize());
    }

    /** Keeps a game that is over. */
    private void remember(List<PlayedPosition> played, double earnedByLast) {
        float[] targets = GameTargets.of(played, (float) (2 * share(earnedByLast) - 1), config.trace());
        for (int i = 0; i < targets.length; i++) {
            memory.put(played.get(i), targets[i]);
        }
    }

    /** What was earned, as a share of the stakes. */
    private double share(double earned) {
        return (earned - game.least()) / (game.most() - game.least());
    }

    private void update() {
        memory.sample(draws, batch);
        GameLoss loss = networks.update(batch, config.learningRate());
        policyLoss = loss.policyLoss();
        valueLoss = loss.valueLoss();
        entropy = loss.entropy();
        if (networks.updates() % config.arena().arenaEvery() == 0) {
            tryCandidate();
        }
    }

    private void tryCandidate() {
        int trialGames = config.arena().arenaGames();
        int slots = Math.min(PLAYED_AT_ONCE, trialGames);
        Arena<P> arena = new Arena<>(game, trialGames, Math.min(2, config.temperatureMoves()));
        arenaScore = arena.play(
                searches(networks.candidate(), slots, false),
                searches(networks.best(), slots, false),
                config.plan().simulations(),
                trials);
        if (arenaScore >= config.arena().arenaShare()) {
            double share = Math.clamp(arenaScore, 0.5 / trialGames, 1 - 0.5 / trialGames);
            rating += ELO_SCALE * Math.log10(share / (1 - share));
            promotions++;
            networks.promote();
        }
    }

    private ManySearches<P> searches(Evaluator<P> evaluator, int slots, boolean trains) {
        PlanSettings plan = config.plan();
        return new ManySearches<>(
                plan.search(), evaluator, plan.inside(), () -> plan.rule(trains), slots, seed, game.first());
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public boolean atBoundary() {
        return !acting;
    }

    @Override
    public BatchPolicy policy() {
        int wanted = config.evaluationSimulations();
        return new PlannedPolicy<>(
                game,
                searches(networks.best(), PLAYED_AT_ONCE, false),
                wanted > 0 ? wanted : config.plan().simulations());
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("train/n_updates", (double) networks.updates());
        metrics.put("train/buffer_size", (double) memory.size());
        if (networks.updates() > 0) {
            metrics.put("train/policy_loss", policyLoss);
            metrics.put("train/value_loss", valueLoss);
            metrics.put("train/entropy", entropy);
        }
        if (!Double.isNaN(arenaScore)) {
            metrics.put("arena/score", arenaScore);
        }
        metrics.put("arena/promotions", (double) promotions);
        metrics.put("arena/rating", rating);
        return metrics;
    }

    @Override
    public void save(TensorStore tensors, StateWriter rest) {
        if (acting) {
            throw new IllegalStateException("saved between an action and its answer");
        }
        networks.save(tensors, rest);
        normaliser.save(tensors, rest);
        Draws.save("moves", moves, tensors, rest);
        Draws.save("replay", draws, tensors, rest);
        Draws.save("arena", trials, tensors, rest);
        rest.int64(seed).int64(steps).float64(policyLoss).float64(valueLoss).float64(entropy);
        rest.float64(arenaScore).float64(rating).int64(promotions);
        memory.save(rest);
        for (List<PlayedPosition> played : games) {
            rest.int32(played.size());
            played.forEach(position -> position.save(rest));
        }
    }

    @Override
    public void load(TensorStore tensors, StateReader rest) {
        networks.load(tensors, rest);
        normaliser.load(rest);
        moves = RandomStream.load(rest);
        draws = RandomStream.load(rest);
        trials = RandomStream.load(rest);
        seed = rest.int64();
        selfPlay = searches(networks.best(), worlds, true);
        steps = rest.int64();
        policyLoss = rest.float64();
        valueLoss = rest.float64();
        entropy = rest.float64();
        arenaScore = rest.float64();
        rating = rest.float64();
        promotions = rest.int64();
        memory.load(rest);
        for (List<PlayedPosition> played : games) {
            played.clear();
            for (int left = rest.int32(); left > 0; left--) {
                played.add(PlayedPosition.load(rest));
            }
        }
    }

    @Override
    public void close() {
        networks.close();
    }
}
