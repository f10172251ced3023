"""What Gymnasium's ``check_env`` and PettingZoo's ``parallel_api_test`` and ``parallel_seed_test`` ask for, in words of our own, and
over whole episodes: for machines on which these are not installed."""

import numpy as np


def same(one, other):
    """Whether two results are the same to the last bit, of the same types."""
    if isinstance(one, dict):
        return isinstance(other, dict) and one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, (tuple, list)):
        return type(one) is type(other) and len(one) == len(other) and all(same(a, b) for a, b in zip(one, other))
    if isinstance(one, np.ndarray):
        return isinstance(other, np.ndarray) and one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    return type(one) is type(other) and one == other


def check_world(test, world, steps):
    """An environment of one agent: spaces, types, seeds, the end of episodes."""
    first, info = world.reset(seed=123)
    test.assertTrue(world.observation_space.contains(first))
    test.assertIsInstance(info, dict)
    again, _ = world.reset(seed=123)
    other, _ = world.reset(seed=456)
    test.assertTrue(same(first, again))
    unseeded, _ = world.reset()
    test.assertTrue(world.observation_space.contains(unseeded))
    ends = 0
    for _ in range(steps):
        observation, reward, terminated, truncated, info = world.step(world.action_space.sample())
        test.assertTrue(world.observation_space.contains(observation))
        test.assertIs(type(reward), float)
        test.assertIs(type(terminated), bool)
        test.assertIs(type(truncated), bool)
        test.assertIsInstance(info, dict)
        test.assertFalse(terminated and truncated)
        if terminated or truncated:
            ends += 1
            world.reset()
    return ends


def course(world, seed, steps):
    """All that a world answers from a seed on, to actions that are drawn from it."""
    world.action_space.seed(seed)
    answers = [world.reset(seed=seed)]
    for _ in range(steps):
        answers.append(world.step(world.action_space.sample()))
        if answers[-1][2] or answers[-1][3]:
            answers.append(world.reset())
    return answers


def check_worlds(test, worlds, steps):
    """A vector environment: shapes, types, and what is told of an episode's end when the next has begun."""
    n = worlds.num_envs
    observations, _ = worlds.reset(seed=1)
    ends = 0
    for _ in range(steps):
        before = observations
        observations, rewards, terminated, truncated, info = worlds.step(worlds.action_space.sample())
        test.assertTrue(worlds.observation_space.contains(observations))
        test.assertFalse(same(before, observations))
        test.assertEqual((rewards.shape, rewards.dtype), ((n,), np.float64))
        test.assertEqual((terminated.shape, terminated.dtype), ((n,), bool))
        test.assertEqual((truncated.shape, truncated.dtype), ((n,), bool))
        ended = terminated | truncated
        test.assertFalse((terminated & truncated).any())
        test.assertEqual("final_obs" in info, bool(ended.any()))
        ends += ended.sum()
        if ended.any():
            test.assertTrue(same(info["_final_obs"], ended))
            for i in range(n):
                last = info["final_obs"][i]
                test.assertEqual(last is not None, ended[i])
                if ended[i]:
                    test.assertTrue(worlds.single_observation_space.contains(last))
    return ends


def check_market(test, market, cycles):
    """A parallel environment: every agent that is alive is in every answer, nobody comes back, spaces stay the same objects."""
    for _ in range(2):
        observations, infos = market.reset(seed=0, options={"options": 1})
        alive = set(market.agents)
        test.assertEqual(alive, set(market.possible_agents))
        test.assertEqual((set(observations), set(infos)), (alive, alive))
        for _ in range(cycles):
            actions = {agent: market.action_space(agent).sample() for agent in market.agents}
            answer = market.step(actions)
            for each in answer:
                test.assertEqual(set(each), alive)
            observations, rewards, terminations, truncations, infos = answer
            for agent in alive:
                test.assertTrue(market.observation_space(agent).contains(observations[agent]))
                test.assertIs(market.observation_space(agent), market.observation_space(agent))
                test.assertIs(market.action_space(agent), market.action_space(agent))
                test.assertIs(type(rewards[agent]), float)
                test.assertFalse(terminations[agent] and truncations[agent])
            alive -= {agent for agent in alive if terminations[agent] or truncations[agent]}
            test.assertEqual(set(market.agents), alive)
            if not alive:
                break


def run_of(market, seed):
    """All that a market answers over a whole run, to actions that are drawn from the seed, and its digest."""
    for i, agent in enumerate(market.possible_agents):
        market.action_space(agent).seed(seed + i)
    answers = [market.reset(seed=seed)]
    while market.agents:
        answers.append(market.step({agent: market.action_space(agent).sample() for agent in market.agents}))
    return answers, market.state(), market.digest()
