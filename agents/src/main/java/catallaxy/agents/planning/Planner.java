package catallaxy.agents.planning;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.LookAhead;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.mcts.search.Budget;
import catallaxy.mcts.search.SearchResult;
import catallaxy.mcts.search.SearchSettings;
import catallaxy.mcts.search.TreeSearch;
import catallaxy.mcts.search.Widening;
import catallaxy.mcts.selection.CompletedValues;
import catallaxy.mcts.selection.GumbelInside;
import catallaxy.mcts.selection.GumbelRoot;
import catallaxy.mcts.selection.QTransform;
import java.util.List;

/**
 * An agent that plays what it might do through in copies of the market before it decides: tree search over {@link MarketPosition}s with
 * the expert's weights or what networks have learned as priors, sequential halving at the root (Danihelka et al. 2022), and progressive widening over futures
 * (Couëtoux et al. 2011, https://doi.org/10.1007/978-3-642-25566-3_32).
 *
 * <p>It searches only where its expert proposes something, and holds elsewhere. A copy knows the present and never the real
 * future: its chances are drawn anew, as a function of the run's seed, the agent's name, the epoch and the number of the future.
 * So the same seed gives the same decisions, whatever drives the market and in however many threads. It remembers nothing between
 * decisions.
 */
public final class Planner implements Agent {
    /** The paper's constant, for values between the lowest and the highest of a state's moves. */
    private static final CompletedValues VALUES = new CompletedValues(50, 1, QTransform.SIBLINGS);

    private final String agent;
    private final int seat;
    private final long seed;
    private final Foresight foresight;
    private final Experience experience;
    private final Guidance guidance;
    private final Lessons lessons;

    /**
     * What a planner knows before it looks ahead.
     *
     * @param expert        says what is worth considering
     * @param mostProposals that the expert makes at most
     * @param holdingWeight the expert's weight of not doing anything, in (0, 1)
     * @param cast          who stands for each agent in copies; the planner's own id is its follower
     */
    public record Experience(Proposing expert, int mostProposals, double holdingWeight, Cast cast) {}

    /** A planner in the seat of a context. */
    public Planner(Foresight foresight, Experience experience, AgentContext context) {
        this(foresight, experience, Guidance.NONE, Lessons.NONE, context);
    }

    /** A planner that networks guide, and that tells what it finds. */
    public Planner(
            Foresight foresight, Experience experience, Guidance guidance, Lessons lessons, AgentContext context) {
        this(
                context.agent(),
                context.market().agents().indexOf(context.seat()),
                context.seed(),
                foresight,
                experience,
                guidance.copy(),
                lessons);
    }

    private Planner(
            String agent,
            int seat,
            long seed,
            Foresight foresight,
            Experience experience,
            Guidance guidance,
            Lessons lessons) {
        this.agent = agent;
        this.seat = seat;
        this.seed = seed;
        this.foresight = foresight;
        this.experience = experience;
        this.guidance = guidance;
        this.lessons = lessons;
    }

    @Override
    public Action decide(Observation observation) {
        List<Proposal> proposals = experience.expert().proposals(observation);
        if (proposals.isEmpty()) {
            return Action.of(observation.actions().neutral());
        }
        MarketPosition now = position(observation, proposals);
        SearchResult found = search(now, observation.epoch(), proposals.size() + MarketPosition.HOLDING)
                .search(now, Budget.simulations(foresight.simulations()));
        tell(now, found);
        return now.action(found.best());
    }

    private void tell(MarketPosition now, SearchResult found) {
        List<SearchResult.MoveFigures> tried =
                found.moves().stream().filter(each -> each.visits() > 0).toList();
        lessons.searched(
                tried.stream().map(each -> now.row(each.move())).toArray(float[][]::new),
                tried.stream().mapToDouble(SearchResult.MoveFigures::value).toArray());
    }

    /** The position of an epoch, with luck of its own. */
    private MarketPosition position(Observation observation, List<Proposal> proposals) {
        long luck = drawn("futures", observation.epoch());
        MarketEnvironment market = copies(observation).fork(luck);
        TradedGain gain = TradedGain.since(
                market.market().view(), market.market().seat(seat).participant());
        Outlook outlook = new Outlook(
                agent,
                foresight,
                experience.expert(),
                experience.cast(),
                experience.holdingWeight(),
                experience.mostProposals(),
                gain,
                observation.timeNanos());
        return new MarketPosition(outlook, market, observation, proposals, luck);
    }

    private LookAhead copies(Observation observation) {
        if (observation.account() instanceof LookAhead market) {
            return market;
        }
        throw new IllegalStateException("agent " + agent
                + ": it plans in copies of the market, and there are none here; only a simulated market can be copied");
    }

    private TreeSearch<MarketPosition> search(MarketPosition like, long epoch, int moves) {
        Widening futures = new Widening(1, foresight.widening(), Foresight.MOST_FUTURES);
        return new TreeSearch<>(
                SearchSettings.network().withLeaves(1).withWidening(futures),
                new FollowedFutures(guidance, lessons, like.actionCount()),
                new GumbelInside(VALUES),
                new GumbelRoot(guidance.considered(moves), 0, VALUES),
                drawn("searches", epoch),
                like);
    }

    private long drawn(String what, long epoch) {
        RandomStream stream = RandomStream.of(seed, "agent/" + agent + "/planning/" + what);
        stream.seek(epoch);
        return stream.nextLong();
    }

    /** It remembers nothing, and copies its cast before anybody in it acts; only the networks' scratch is each one's own. */
    @Override
    public Planner copy() {
        return new Planner(agent, seat, seed, foresight, experience, guidance.copy(), lessons);
    }
}
