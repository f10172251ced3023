package catallaxy.agents.planning;

import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who decides in the seats of a copy of the market: for each agent somebody who stands for it, made without a look at the agent
 * itself. Whoever has nobody holds. Mutable as its members are; one owner.
 */
public final class Cast {
    private final Map<String, Agent> members;

    /**
     * A cast of these.
     *
     * @param members by the agents' ids; each is copied before it acts
     */
    public Cast(Map<String, Agent> members) {
        this.members = new LinkedHashMap<>(members);
    }

    /** What one of them does. */
    Action decide(Observation seen) {
        Agent member = members.get(seen.agent());
        return member == null ? Action.HOLD : member.decide(seen);
    }

    /** What all do who are due, but one whose action is given. */
    Map<String, Action> decide(List<Observation> due, String given, Action action) {
        Map<String, Action> joint = new LinkedHashMap<>();
        for (Observation seen : due) {
            joint.put(seen.agent(), seen.agent().equals(given) ? action : decide(seen));
        }
        return joint;
    }

    /** An independent cast that has seen the same. */
    Cast copy() {
        Map<String, Agent> copies = new LinkedHashMap<>();
        members.forEach((id, member) -> copies.put(id, member.copy()));
        return new Cast(copies);
    }
}
