"""Learners that tests train."""

import io

import numpy as np

import catallaxy


class CrossEntropy(catallaxy.Learner):
    """The cross-entropy method on a linear policy: each world tries its own weights for an episode, the best eighth says where to go on."""

    def begin(self, spec):
        self.spec = spec
        self.chance = np.random.default_rng(spec.seed)
        self.size = (spec.observation_size + 1, spec.action_size)
        self.mean = np.zeros(self.size)
        self.deviation = np.ones(self.size)
        self.tried = self.draw()
        self.returns = np.zeros(spec.num_envs)
        self.over = np.zeros(spec.num_envs, bool)
        self.generations = 0

    def draw(self):
        return self.mean + self.deviation * self.chance.standard_normal((self.spec.num_envs, *self.size))

    def bounded(self, linear):
        """As choices, or inside the bounds around the value that asks for nothing."""
        columns = []
        for column, each in zip(linear.T, self.spec.components):
            if each.labels is not None:
                columns.append(column > 0)
            else:
                columns.append(np.clip(each.neutral + column, each.low, each.high))
        return np.stack(columns, axis=1)

    def act(self, observations, masks):
        return self.bounded(np.einsum("nf,nfa->na", observations, self.tried[:, :-1]) + self.tried[:, -1])

    def policy(self, observations, masks):
        return self.bounded(observations @ self.mean[:-1] + self.mean[-1])

    def observe(self, next_observations, rewards, terminated, truncated):
        self.returns += np.where(self.over, 0, rewards)
        self.over |= terminated | truncated
        if self.over.all():
            best = self.tried[np.argsort(-self.returns, kind="stable")[: max(2, len(self.tried) // 8)]]
            self.mean, self.deviation = best.mean(axis=0), best.std(axis=0) + 0.05
            self.tried = self.draw()
            self.returns[:] = 0
            self.over[:] = False
            self.generations += 1

    def metrics(self):
        return {"train/generations": self.generations, "train/deviation": self.deviation.mean(), "train/none": float("nan")}

    def save(self):
        file = io.BytesIO()
        chance = repr(self.chance.bit_generator.state)
        np.savez(file, *(getattr(self, name) for name in self.KEPT), chance=chance)
        return file.getvalue()

    KEPT = ("mean", "deviation", "tried", "returns", "over", "generations")

    def load(self, state):
        kept = np.load(io.BytesIO(state))
        for index, name in enumerate(self.KEPT):
            setattr(self, name, kept[f"arr_{index}"])
        self.generations = int(self.generations)
        self.chance.bit_generator.state = eval(str(kept["chance"]))  # of the test itself


class Neutral(catallaxy.Learner):
    """Asks for nothing, and counts what it is asked."""

    def __init__(self):
        self.asked = {name: 0 for name in ("begin", "act", "observe", "policy", "save", "load")}

    def begin(self, spec):
        self.asked["begin"] += 1
        self.spec = spec

    def neutral(self, observations, masks):
        assert observations.shape[1] == len(self.spec.features) and masks.shape == (len(observations), self.spec.mask_size)
        return np.tile([each.neutral for each in self.spec.components], (len(observations), 1))

    def act(self, observations, masks):
        self.asked["act"] += 1
        return self.neutral(observations, masks)

    def policy(self, observations, masks):
        self.asked["policy"] += 1
        return self.neutral(observations, masks)

    def observe(self, next_observations, rewards, terminated, truncated):
        self.asked["observe"] += 1
        assert not (terminated & truncated).any()

    def save(self):
        self.asked["save"] += 1
        return b"\x00neutral\x00\x00"

    def load(self, state):
        self.asked["load"] += 1
        assert state == b"\x00neutral\x00\x00", state
