package catallaxy.scenarios.run;

import catallaxy.agents.actor.ActorDriver;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import java.util.Locale;

/** The drivers that a user can name. */
public enum DriverKind {
    /** Each agent is a typed actor. */
    ACTORS,
    /** Agents are called directly. */
    BATCH;

    /** Name on the command line and in results. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Driver create() {
        return switch (this) {
            case ACTORS -> new ActorDriver();
            case BATCH -> new BatchDriver();
        };
    }
}
