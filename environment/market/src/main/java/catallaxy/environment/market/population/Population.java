package catallaxy.environment.market.population;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.Line;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/**
 * The running state of a market's background population: one participant per group.
 *
 * <p>Each group draws from its own stream {@code population/<id>} and wakes at times of its own, so that a group more or
 * less changes no other group's draws. Models and parameters: {@code docs/population.md}. Owned by one market.
 */
public final class Population {
    private final PopulationGroup[] groups;

    /** Opens all groups' participants, in their order, with their endowments. */
    public Population(List<GroupSpec> traders, MarketEngine market, long seed) {
        this(traders.stream().map(trader -> open(trader, market, seed)).toArray(PopulationGroup[]::new));
    }

    private Population(PopulationGroup[] groups) {
        this.groups = groups;
    }

    private static PopulationGroup open(GroupSpec trader, MarketEngine market, long seed) {
        int participant = market.openParticipant(
                trader.id(), new Line(trader.latencyNanos(), trader.latencyJitter()), Endowing.of(trader, market));
        GroupAccount account = new GroupAccount(participant, RandomStream.of(seed, "population/" + trader.id()));
        return switch (trader) {
            case GroupSpec.Noise spec -> NoiseGroup.open(spec, account, market);
            case GroupSpec.Momentum spec -> MomentumGroup.open(spec, account, market);
            case GroupSpec.Fundamental spec -> FundamentalGroup.open(spec, account, market);
            case GroupSpec.BookProvider spec -> BookProviderGroup.open(spec, account, market);
            case GroupSpec.PoolProvider spec -> PoolProviderGroup.open(spec, account, market);
            case GroupSpec.Recorded spec -> RecordedGroup.open(spec, account);
            case GroupSpec.Borrowers spec -> BorrowerGroup.open(spec, account, market);
            case GroupSpec.Liquidators spec -> LiquidatorGroup.open(spec, account, market);
        };
    }

    /** Number of groups. */
    public int size() {
        return groups.length;
    }

    /** The participant as whom a group trades. */
    public int participant(int group) {
        return groups[group].participant();
    }

    /** When a group wants to be woken first; {@link Long#MAX_VALUE} for never. */
    public long firstWakeNanos(int group) {
        return groups[group].nextWakeNanos();
    }

    /**
     * Lets a group act at the market's present time, which is the wake-up time it asked for.
     *
     * @return when it wants to be woken next, later than now; {@link Long#MAX_VALUE} for never
     */
    public long wake(MarketEngine market, int group) {
        groups[group].wake(market);
        return groups[group].nextWakeNanos();
    }

    /** An independent population with the same state and the same future on a copy of the market. */
    public Population copy() {
        PopulationGroup[] copies = new PopulationGroup[groups.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = groups[i].copy();
        }
        return new Population(copies);
    }

    /** Writes the state of each group, in their order. */
    public void save(StateWriter out) {
        for (PopulationGroup group : groups) {
            group.save(out);
        }
    }

    /** The population that was {@link #save saved} with the same traders in the same market. */
    public static Population load(StateReader in, List<GroupSpec> traders, MarketEngine market) {
        PopulationGroup[] groups = new PopulationGroup[traders.size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = load(in, traders.get(i), market);
        }
        return new Population(groups);
    }

    private static PopulationGroup load(StateReader in, GroupSpec trader, MarketEngine market) {
        return switch (trader) {
            case GroupSpec.Noise spec -> NoiseGroup.load(in, spec, market);
            case GroupSpec.Momentum spec -> MomentumGroup.load(in, spec, market);
            case GroupSpec.Fundamental spec -> FundamentalGroup.load(in, spec, market);
            case GroupSpec.BookProvider spec -> BookProviderGroup.load(in, spec);
            case GroupSpec.PoolProvider spec -> PoolProviderGroup.load(in, spec, market);
            case GroupSpec.Recorded spec -> RecordedGroup.load(in, spec);
            case GroupSpec.Borrowers spec -> BorrowerGroup.load(in, spec, market);
            case GroupSpec.Liquidators spec -> LiquidatorGroup.load(in, spec);
        };
    }
}
