package catallaxy.agents.driver;

/**
 * How a run ended.
 *
 * @param digest      of the environment
 * @param steps       epochs that the environment ran through
 * @param decisions   actions applied, holds included
 * @param faults      faults of all agents, retirements not counted
 */
public record DriverResult(String digest, long steps, long decisions, long faults) {}
