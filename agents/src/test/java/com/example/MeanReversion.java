package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;

/** Buys what has fallen below its own running mean, and sells what has risen above it. */
public final class MeanReversion implements Agent {
    private final int price;
    private final int trade;
    private final double size;
    private final double threshold;
    private final double weight;
    private double mean = Double.NaN;

    public MeanReversion(AgentContext context) {
        String venue = context.text("venue", "");
        price = context.observations().index("price." + venue);
        trade = context.actions().index("trade." + venue);
        size = context.number("size", 1_000);
        threshold = context.number("threshold-bps", 50) / 10_000;
        weight = context.number("weight", 0.1);
    }

    @Override
    public Action decide(Observation observation) {
        double now = observation.value(price);
        mean = Double.isNaN(mean) ? now : mean + weight * (now - mean);
        double deviation = now / mean - 1;
        double[] action = observation.actions().neutral();
        if (Math.abs(deviation) > threshold) {
            action[trade] = deviation < 0 ? size : -size;
        }
        return Action.of(action);
    }
}
