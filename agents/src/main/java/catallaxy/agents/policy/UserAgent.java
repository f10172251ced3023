package catallaxy.agents.policy;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.RoleSpec;
import java.util.Map;

/**
 * A user's own agent: a class that implements {@link catallaxy.agents.Agent}, found by name.
 *
 * @param className binary name of the class
 * @param settings  handed to the agent as they are
 */
public record UserAgent(@Key("class") String className, Map<String, String> settings) implements PolicySpec {
    public UserAgent {
        Checks.that(!className.isBlank(), "className", "the name of a class", "nothing");
        settings = Map.copyOf(settings);
    }

    @Override
    public String policy() {
        return "class";
    }

    @Override
    public Class<?> seat() {
        return RoleSpec.class;
    }
}
