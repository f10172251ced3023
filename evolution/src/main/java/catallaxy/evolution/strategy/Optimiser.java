package catallaxy.evolution.strategy;

/** What makes steps of gradients. */
public enum Optimiser {
    /** Kingma and Ba 2015, https://arxiv.org/abs/1412.6980, with β₁ = momentum, β₂ = 0.999 and ε = 10⁻⁸. */
    ADAM,
    /** Gradients summed with momentum: {@code v ← momentum · v + (1 − momentum) g}. */
    SGD
}
