"""How Python's values become the program's settings."""

import unittest

import numpy

from catallaxy import UsageError
from catallaxy._settings import assignments, text


class SettingsTest(unittest.TestCase):
    def test_simple_text_stands_without_quotes(self):
        self.assertEqual(text("1 h"), "1 h")
        self.assertEqual(text("data/candles.csv"), "data/candles.csv")

    def test_text_that_the_program_would_read_otherwise_is_quoted(self):
        for words, expected in [
            ("null", '"null"'),
            ("", '""'),
            (" a ", '" a "'),
            ('say "hi"', '"say \\"hi\\""'),
            ("a,b", '"a,b"'),
            ("[1]", '"[1]"'),
            ("back\\slash\n", '"back\\\\slash\\n"'),
            ("grün", '"grün"'),
        ]:
            self.assertEqual(text(words), expected)

    def test_numbers_keep_every_digit(self):
        self.assertEqual([text(0.1), text(1e-9), text(3), text(2**70)], ["0.1", "1e-09", "3", str(2**70)])

    def test_booleans_are_no_numbers(self):
        self.assertEqual([text(True), text(False), text(None)], ["true", "false", "null"])

    def test_numpy_values_are_those_of_python(self):
        self.assertEqual([text(numpy.float64(0.5)), text(numpy.int32(4)), text(numpy.bool_(True))], ["0.5", "4", "true"])
        self.assertEqual(text(numpy.array([[1, 2], [3, 4]])), "[[1,2],[3,4]]")

    def test_lists_and_dicts_are_nested(self):
        self.assertEqual(text({"kind": "a b", "of": [1, "x", {"y z": False}]}), '{"kind":"a b","of":[1,"x",{"y z":false}]}')

    def test_keywords_name_keys_with_dots_and_hyphens(self):
        words = assignments({"agents.maker.policy.gamma": 0.1}, {"duration": "1 h", "world__eth_price": 3})
        self.assertEqual(words, ["agents.maker.policy.gamma=0.1", "duration=1 h", "world.eth-price=3"])

    def test_a_key_that_is_there_twice_is_refused(self):
        with self.assertRaisesRegex(UsageError, "a.b: expected one value, found two, 1 and 2"):
            assignments({"a.b": 1}, {"a__b": 2})

    def test_what_has_no_form_in_a_scenario_is_refused_with_its_key(self):
        for value in (float("nan"), float("inf"), object(), {1, 2}, [1, lambda: 0]):
            with self.assertRaisesRegex(UsageError, "^gamma: expected"):
                text(value, "gamma")
