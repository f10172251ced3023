package catallaxy.agents.policy;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;

/**
 * Limits of value at risk and expected shortfall at one level over one horizon.
 *
 * @param level       α in [0.5, 0.9999]; commonly 0.99
 * @param horizon     h, decisions ahead, in [1, 100]
 * @param valueAtRisk limit, fraction of equity over the horizon
 * @param shortfall   limit of the expected shortfall, fraction of equity over the horizon
 */
public record TailLimit(
        double level,
        int horizon,
        double valueAtRisk,
        @Key("expected-shortfall") double shortfall) {
    public TailLimit {
        Checks.inRange("level", level, 0.5, 0.9999);
        Checks.inRange("horizon", horizon, 1, 100);
        Checks.inRange("valueAtRisk", valueAtRisk, 1e-9, 1);
        Checks.inRange("shortfall", shortfall, 1e-9, 1);
    }
}
