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
    private final Member[] members;

    /** A group while it runs. */
    private record Member(GroupAccount account, Behaviour behaviour) {
        Member copy() {
            return new Member(account.copy(), behaviour.copy());
        }

        void save(StateWriter out) {
            account.save(out);
            behaviour.save(out);
        }
    }

    /** Opens all groups' participants, in their order, with their endowments. */
    public Population(List<GroupSpec> groups, MarketEngine market, long seed) {
        this(groups.stream().map(group -> open(group, market, seed)).toArray(Member[]::new));
    }

    private Population(Member[] members) {
        this.members = members;
    }

    private static Member open(GroupSpec spec, MarketEngine market, long seed) {
        Group group = spec.group();
        int participant = market.openParticipant(
                group.id(), new Line(group.latencyNanos(), group.latencyJitter()), Endowing.of(group, market));
        GroupAccount account = new GroupAccount(participant, RandomStream.of(seed, "population/" + group.id()));
        return new Member(account, GroupKinds.registered().open(spec, account, market));
    }

    /** Number of groups. */
    public int size() {
        return members.length;
    }

    /** The participant as whom a group trades. */
    public int participant(int group) {
        return members[group].account().participant();
    }

    /** When a group wants to be woken first; {@link Long#MAX_VALUE} for never. */
    public long firstWakeNanos(int group) {
        return members[group].behaviour().nextWakeNanos();
    }

    /**
     * Lets a group act at the market's present time, which is the wake-up time it asked for.
     *
     * @return when it wants to be woken next, later than now; {@link Long#MAX_VALUE} for never
     */
    public long wake(MarketEngine market, int group) {
        Member member = members[group];
        member.behaviour().wake(market, member.account());
        return member.behaviour().nextWakeNanos();
    }

    /** Other chances from here on; when each group wakes next is drawn already. */
    public void divert(long luck) {
        for (Member member : members) {
            member.account().divert(luck);
        }
    }

    /** An independent population with the same state and the same future on a copy of the market. */
    public Population copy() {
        Member[] copies = new Member[members.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = members[i].copy();
        }
        return new Population(copies);
    }

    /** Writes the state of each group, in their order. */
    public void save(StateWriter out) {
        for (Member member : members) {
            member.save(out);
        }
    }

    /** The population that was {@link #save saved} with the same groups in the same market. */
    public static Population load(StateReader in, List<GroupSpec> groups, MarketEngine market) {
        Member[] members = new Member[groups.size()];
        for (int i = 0; i < members.length; i++) {
            GroupAccount account = GroupAccount.load(in);
            members[i] = new Member(account, GroupKinds.registered().load(in, groups.get(i), market));
        }
        return new Population(members);
    }
}
