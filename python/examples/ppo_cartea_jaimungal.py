"""PPO in NumPy on the market making problem of Cartea and Jaimungal, whose optimum is known.

Proximal policy optimisation (Schulman et al. 2017, https://arxiv.org/abs/1707.06347) in one file that reads from top to bottom: networks, learner, rollouts,
score. Numbers in brackets mark the details that decide whether it works, each with its reason. It prints how much of the optimum it attains:

    python ppo_cartea_jaimungal.py --seed 1 --steps 6000000
"""

import argparse
import dataclasses
import os
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # networks this small are slower on several threads

import numpy as np

import catallaxy

PROBLEM = "solved/cartea-jaimungal"


@dataclasses.dataclass
class Config:
    """What can be chosen on the command line."""

    seed: int = 1  # of networks, exploration and worlds
    steps: int = 6_000_000  # over all worlds
    worlds: int = 256  # that are stepped together
    rollout: int = 100  # steps of each world between two updates (1)
    epochs: int = 2  # passes over a rollout
    minibatch: int = 1_600  # transitions behind one gradient
    discount: float = 1.0  # γ: the horizon is finite
    policy_lambda: float = 0.1  # λ of the advantages that the policy learns from (2)
    value_lambda: float = 0.97  # λ of the returns that the value learns
    clip: float = 0.2  # ε
    learning_rate: float = 4e-3  # falls to zero in a line (3)
    first_log_std: float = -1.0  # of exploration, in units of half the range of an action ...
    last_log_std: float = -3.0  # ... at the end (4)
    longest_gradient: float = 0.5  # longer ones are cut (5)
    hidden: int = 32  # units of each of two layers
    episodes: int = 100_000  # of the score


class Network:
    """Two hidden layers of ReLU units and a linear one, with its gradient by hand."""

    def __init__(self, sizes, last_gain, random):
        # (6) Orthogonal weights of gain √2 keep the size of signals from layer to layer; a last layer near zero makes the first policy the same everywhere.
        gains = [np.sqrt(2)] * (len(sizes) - 2) + [last_gain]
        self.weights = [orthogonal(rows, columns, gain, random) for rows, columns, gain in zip(sizes, sizes[1:], gains)]
        self.biases = [np.zeros(columns) for columns in sizes[1:]]

    def __call__(self, inputs):
        """The answers ``[B, outputs]`` to inputs ``[B, inputs]``."""
        self.signals = [inputs]
        for weight, bias in zip(self.weights[:-1], self.biases[:-1]):
            self.signals.append(np.maximum(self.signals[-1] @ weight + bias, 0))
        return self.signals[-1] @ self.weights[-1] + self.biases[-1]

    def gradients(self, outwards):
        """The gradients of weights and biases, where the loss changes with the latest answers by ``outwards`` ``[B, outputs]``."""
        weights, biases = [], []
        for weight, signal in zip(self.weights[::-1], self.signals[::-1]):
            weights.append(signal.T @ outwards)
            biases.append(outwards.sum(axis=0))
            outwards = outwards @ weight.T * (signal > 0)
        return weights[::-1] + biases[::-1]


class Adam:
    """Kingma and Ba 2015, https://arxiv.org/abs/1412.6980, over a list of arrays that it changes in place."""

    def __init__(self, parameters):
        self.parameters = parameters
        self.first = [np.zeros_like(each) for each in parameters]
        self.second = [np.zeros_like(each) for each in parameters]
        self.updates = 0

    def step(self, gradients, rate):
        """One step down the gradients."""
        self.updates += 1
        # (7) The small number under the root is 1e-5: the usual 1e-8 lets parameters that rarely have a gradient jump.
        scale = rate * np.sqrt(1 - 0.999**self.updates) / (1 - 0.9**self.updates)
        for parameter, gradient, first, second in zip(self.parameters, gradients, self.first, self.second):
            first += 0.1 * (gradient - first)
            second += 0.001 * (gradient**2 - second)
            parameter -= scale * first / (np.sqrt(second) + 1e-5)


class Ppo:
    """Policy, value, and how both learn from a rollout."""

    def __init__(self, config, observation_size, action_size, random):
        self.config, self.random = config, random
        # (8) Policy and value share nothing: the value's errors are large and would drive what the policy sees.
        self.policy = Network([observation_size, config.hidden, config.hidden, action_size], 0.01, random)
        self.value = Network([observation_size, config.hidden, config.hidden, 1], 1.0, random)
        parameters = [self.policy.weights, self.policy.biases, self.value.weights, self.value.biases]
        self.adam = Adam([each for some in parameters for each in some])
        self.log_std = config.first_log_std

    def act(self, observations):
        """A random action ``[B, A]`` in units where the range is −1 to 1, with the logarithm of its density ``[B]``."""
        mean = self.policy(observations)
        actions = mean + np.exp(self.log_std) * self.random.standard_normal(mean.shape)
        return actions, self.log_density(actions, mean)

    def log_density(self, actions, mean):
        """Of independent Gaussians around the mean, without the constant that all densities of an update share."""
        return -0.5 * (((actions - mean) / np.exp(self.log_std)) ** 2).sum(axis=-1)

    def learn(self, rollout, rate):
        """Several passes over a rollout in random minibatches."""
        size = len(rollout["advantages"])
        for _ in range(self.config.epochs):
            order = self.random.permutation(size)
            for start in range(0, size, self.config.minibatch):
                chosen = order[start : start + self.config.minibatch]
                self._update({name: values[chosen] for name, values in rollout.items()}, rate)

    def _update(self, batch, rate):
        count = len(batch["advantages"])
        # (9) Advantages are normalised in each minibatch, so that one learning rate suits rewards of any size.
        advantages = (batch["advantages"] - batch["advantages"].mean()) / (batch["advantages"].std() + 1e-8)
        mean = self.policy(batch["observations"])
        ratio = np.exp(self.log_density(batch["actions"], mean) - batch["log_densities"])
        # (10) The clipped objective has no gradient where the policy has moved by ε already in the direction that the advantage asks for.
        moved = np.where(advantages > 0, ratio > 1 + self.config.clip, ratio < 1 - self.config.clip)
        towards = (batch["actions"] - mean) / np.exp(2 * self.log_std)
        policy = self.policy.gradients(-np.where(moved, 0, advantages * ratio)[:, None] * towards / count)
        error = self.value(batch["observations"])[:, 0] - batch["returns"]
        value = self.value.gradients(error[:, None] / count)
        for gradients in (policy, value):
            length = np.sqrt(sum((each**2).sum() for each in gradients))
            scale = min(1.0, self.config.longest_gradient / (length + 1e-8))
            for each in gradients:
                each *= scale
        self.adam.step(policy + value, rate)


class Actions:
    """Between the policy's units, −1 to 1, and those of the environment."""

    def __init__(self, space):
        self.low, self.high = space.low, space.high

    def of(self, numbers):
        """What the environment takes. (11) Only what it sees is cut at the bounds: the density is that of what was drawn."""
        centred = np.clip(numbers, -1, 1)
        return np.clip(self.low + (centred + 1) / 2 * (self.high - self.low), self.low, self.high)


def orthogonal(rows, columns, gain, random):
    """A random matrix whose columns, or rows where there are fewer, are at right angles."""
    tall = random.standard_normal((max(rows, columns), min(rows, columns)))
    q, r = np.linalg.qr(tall)
    q *= np.sign(np.diag(r))
    return gain * (q if rows >= columns else q.T)


def advantages_of(rewards, values, following, ended, discount, trace):
    """Generalised advantage estimates (https://arxiv.org/abs/1506.02438), ``[T, N]``.

    :param values: of the observations, ``[T, N]``
    :param following: of the observations after them: 0 where the episode terminated, of its last observation where it was truncated (12)
    :param ended: whether the episode ended with the step
    """
    advantages = np.zeros_like(rewards)
    latest = np.zeros(rewards.shape[1])
    for t in reversed(range(len(rewards))):
        latest = rewards[t] + discount * following[t] - values[t] + discount * trace * ~ended[t] * latest
        advantages[t] = latest
    return advantages


def gathered(worlds, observations, learner, actions, config):
    """A rollout ``[T · N, …]``, and the observations that follow it."""
    shape = (config.rollout, config.worlds)
    seen = np.empty((*shape, observations.shape[1]))
    drawn = np.empty((*shape, *worlds.single_action_space.shape))
    log_densities, rewards, values, following = (np.empty(shape) for _ in range(4))
    ended = np.empty(shape, dtype=bool)
    for t in range(config.rollout):
        seen[t] = observations
        drawn[t], log_densities[t] = learner.act(observations)
        values[t] = learner.value(observations)[:, 0]
        observations, rewards[t], terminated, truncated, infos = worlds.step(actions.of(drawn[t]))
        ended[t] = terminated | truncated
        # (12) An episode that ends in the world is worth nothing after it; one that was cut off goes on in the value of what was seen last.
        following[t] = np.where(ended[t], 0, learner.value(observations)[:, 0])
        if truncated.any():
            following[t, truncated] = learner.value(np.stack(infos["final_obs"][truncated]))[:, 0]
    estimates = [advantages_of(rewards, values, following, ended, config.discount, trace) for trace in (config.policy_lambda, config.value_lambda)]
    rollout = {"observations": seen, "actions": drawn, "log_densities": log_densities, "advantages": estimates[0], "returns": values + estimates[1]}
    return {name: array.reshape(-1, *array.shape[2:]) for name, array in rollout.items()}, observations


def trained(config):
    """A learner that has seen so many steps."""
    random = np.random.default_rng(config.seed)
    with_worlds = catallaxy.vector(PROBLEM, num_envs=config.worlds)
    try:
        observations, _ = with_worlds.reset(seed=config.seed)
        actions = Actions(with_worlds.single_action_space)
        learner = Ppo(config, observations.shape[1], *with_worlds.single_action_space.shape, random)
        updates = config.steps // (config.rollout * config.worlds)
        for update in range(updates):
            done = update / updates
            learner.log_std = config.first_log_std + done * (config.last_log_std - config.first_log_std)
            rollout, observations = gathered(with_worlds, observations, learner, actions, config)
            learner.learn(rollout, config.learning_rate * (1 - done))
    finally:
        with_worlds.close()
    return learner


def score(learner, config):
    """The mean return of episodes without exploration, and its standard error."""
    count = min(config.episodes, 2_000)
    with_worlds = catallaxy.vector(PROBLEM, num_envs=count)
    try:
        observations, _ = with_worlds.reset(seed=config.seed + 1_000_000)
        actions, returns, so_far = Actions(with_worlds.single_action_space), [], np.zeros(count)
        while len(returns) < config.episodes:
            observations, rewards, terminated, truncated, _ = with_worlds.step(actions.of(learner.policy(observations)))
            so_far += rewards
            returns.extend(so_far[terminated | truncated])
            so_far[terminated | truncated] = 0
        return np.mean(returns), np.std(returns) / np.sqrt(len(returns))
    finally:
        with_worlds.close()


def main():
    """Trains, scores and prints attained / optimum."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for field in dataclasses.fields(Config):
        parser.add_argument("--" + field.name.replace("_", "-"), type=field.type, default=field.default)
    config = Config(**vars(parser.parse_args()))
    began = time.perf_counter()
    learner = trained(config)
    seconds = time.perf_counter() - began
    attained, error = score(learner, config)
    optimum = catallaxy.optimum(PROBLEM)
    print(f"seed {config.seed}: {config.steps:,} steps in {seconds:.0f} s ({config.steps / seconds:,.0f} a second)")
    print(f"attained {attained:.4f} ± {error:.4f} of {optimum.value:.4f}: {optimum.ratio(attained):.4f} ± {error / optimum.value:.4f}")


if __name__ == "__main__":
    main()
