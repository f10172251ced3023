"""The process behind an environment: how it ends, and what is told when it ended otherwise."""

import gc
import os
import signal
import subprocess
import sys
import threading
import time
import unittest
from pathlib import Path
from unittest import mock

import numpy as np

import catallaxy
from catallaxy import _bridge


def ended(pid, seconds=10):
    """Whether a process has ended, after at most so long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
            if "Z" in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2][:3]:
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.02)
    return False


def processor_seconds(pid):
    """What a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


QUOTES = np.ones(2, np.float32)


@unittest.skipUnless(sys.platform.startswith("linux"), "looks at /proc")
class BridgeTest(unittest.TestCase):
    def make(self):
        world = catallaxy.make("solved/cartea-jaimungal")
        self.addCleanup(world.close)
        return world

    def pid(self, world):
        return world._bridge._process.pid

    def test_a_closed_environment_says_so_and_leaves_no_process(self):
        world = self.make()
        world.reset(seed=1)
        world.close()
        world.close()
        self.assertTrue(ended(self.pid(world)))
        for use in (lambda: world.step(QUOTES), lambda: world.reset(seed=1), lambda: world.reset(), world.referee):
            with self.assertRaisesRegex(catallaxy.CatallaxyError, "the environment is closed"):
                use()

    def test_an_environment_that_is_forgotten_leaves_no_process(self):
        world = catallaxy.make("solved/cart-pole")
        pid = self.pid(world)
        del world
        gc.collect()
        self.assertTrue(ended(pid))

    def test_a_program_that_was_killed_is_told_with_its_signal(self):
        world = self.make()
        world.reset(seed=1)
        os.kill(self.pid(world), signal.SIGKILL)
        self.assertTrue(ended(self.pid(world)))
        with self.assertRaisesRegex(catallaxy.RunFailed, "the program that plays the environment was ended by signal 9"):
            for _ in range(3):
                world.step(QUOTES)
        with self.assertRaisesRegex(catallaxy.CatallaxyError, "was ended by signal 9"):
            world.reset(seed=1)

    def test_what_it_said_last_is_told(self):
        script = "import sys; print('error: no room here', file=sys.stderr); sys.exit(7)"
        command = _bridge._program.shlex.join([sys.executable, "-c", script])
        with mock.patch.dict(os.environ, {"CATALLAXY_COMMAND": command}):
            with self.assertRaisesRegex(catallaxy.RunFailed, "ended with exit code 7\n  error: no room here"):
                catallaxy.make("solved/cart-pole")

    def test_a_killed_python_leaves_no_process(self):
        script = (
            "import catallaxy, sys, time; w = catallaxy.make('solved/cart-pole'); w.reset(seed=1);"
            "print(w._bridge._process.pid, flush=True); time.sleep(60)"
        )
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path(catallaxy.__file__).parent.parent) as python:
            pid = int(python.stdout.readline())
            python.kill()
        self.assertTrue(ended(pid))

    def test_an_idle_environment_costs_no_time_of_a_processor(self):
        world = self.make()
        world.reset(seed=1)
        world.step(QUOTES)
        time.sleep(1)
        before = processor_seconds(self.pid(world))
        time.sleep(1)
        self.assertLess(processor_seconds(self.pid(world)) - before, 0.1)

    def test_pauses_of_any_length_lose_no_turn(self):
        world = self.make()
        world.reset(seed=1)
        for step in range(1500):
            if step % 5 == 0:
                time.sleep(0.0001 * (step % 7))
            if world.step(QUOTES)[2]:
                world.reset()

    def test_two_environments_in_two_threads_do_not_meet(self):
        courses = {}

        def play(seed):
            world = self.make()
            answers = [world.reset(seed=seed)[0].tobytes()]
            answers += [world.step(QUOTES)[0].tobytes() for _ in range(99)]
            courses.setdefault(seed, []).append(answers)

        for seeds in ((1, 2), (1, 2)):
            threads = [threading.Thread(target=play, args=(seed,)) for seed in seeds]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(courses[1][0], courses[1][1])
        self.assertNotEqual(courses[1][0], courses[2][0])

    def test_a_forked_child_is_told_to_make_its_own_and_the_parent_goes_on(self):
        world = self.make()
        world.reset(seed=1)
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                world.step(QUOTES)
                told = "nothing"
            except catallaxy.CatallaxyError as error:
                told = str(error)
            world.close()
            os.write(write, told.encode())
            os._exit(0)
        os.waitpid(child, 0)
        self.assertIn("after a fork, make one in the child", os.read(read, 1000).decode())
        os.close(read), os.close(write)
        world.step(QUOTES)

    def test_without_watching_the_memory_the_course_is_the_same(self):
        watched = self.make()
        with mock.patch.object(_bridge, "_may_watch", lambda: False):
            told = self.make()
        self.assertEqual(told._bridge.looks, ())
        for world in (watched, told):
            world.reset(seed=5)
        for _ in range(300):
            one, other = watched.step(QUOTES), told.step(QUOTES)
            self.assertEqual(one[0].tobytes(), other[0].tobytes())
            if one[2]:
                watched.reset(), told.reset()
        told.referee()
        told.step(QUOTES)

    def test_an_interrupted_step_asks_for_a_reset(self):
        for watches in (True, False):
            with mock.patch.object(_bridge, "_may_watch", lambda: watches):
                world = self.make()
            world.reset(seed=1)
            with mock.patch.object(world._bridge, "looks", ()), mock.patch.object(world._bridge, "_sleep", side_effect=KeyboardInterrupt):
                with self.assertRaises(KeyboardInterrupt):
                    world.step(QUOTES)
            with self.assertRaisesRegex(catallaxy.CatallaxyError, "reset comes first"):
                world.step(QUOTES)
            first = world.reset(seed=1)[0]
            self.assertEqual(first.tobytes(), world.reset(seed=1)[0].tobytes())
            world.step(QUOTES)

    def test_ctrl_c_reaches_python_alone(self):
        script = (
            "import catallaxy, os, signal\n"
            "w = catallaxy.make('solved/cartea-jaimungal'); w.reset(seed=1)\n"
            "try:\n"
            "    os.killpg(0, signal.SIGINT)\n"
            "    import time; time.sleep(5)\n"
            "except KeyboardInterrupt:\n"
            "    w.reset(seed=1); print(len(w.step(w.action_space.sample())))\n"
        )
        folder = Path(catallaxy.__file__).parent.parent
        out = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, start_new_session=True)
        self.assertEqual(out.stdout.strip(), "5", out.stderr)

    def test_the_memory_is_removed_as_soon_as_both_have_it(self):
        before = set(os.listdir("/dev/shm")) if os.path.isdir("/dev/shm") else set()
        world = self.make()
        after = set(os.listdir("/dev/shm")) if os.path.isdir("/dev/shm") else set()
        self.assertFalse([name for name in after - before if name.startswith("catallaxy-")])
        world.reset(seed=1)


if __name__ == "__main__":
    unittest.main()
