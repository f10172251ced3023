"""Files of run folders as arrays: of whole runs, of runs that were killed, and of files that somebody has damaged."""

import csv
import json
import math
import unittest
from unittest import mock

import numpy

import catallaxy
from catallaxy._frames import read_csv
from tests import simulated


class ColumnsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.run_of_5 = simulated.five_seeds()[0]
        with (cls.run_of_5.folder / "trades.csv").open(newline="", encoding="utf-8") as file:
            cls.rows = list(csv.DictReader(file))

    def test_columns_are_those_of_the_file(self):
        trades = self.run_of_5.trades
        self.assertEqual(trades.columns, tuple(self.rows[0]))
        self.assertEqual(len(trades), len(self.rows))
        self.assertEqual(list(trades["price"]), [float(row["price"]) for row in self.rows])
        self.assertEqual(list(trades["reference"]), [row["reference"] for row in self.rows])
        self.assertEqual((trades["price"].dtype.kind, trades["side"].dtype.kind), ("f", "U"))

    def test_rows_are_chosen_by_what_their_columns_have(self):
        bought = self.run_of_5.trades.where(agent="maker", side="buy")
        self.assertEqual(len(bought), sum(row["agent"] == "maker" and row["side"] == "buy" for row in self.rows))
        self.assertGreater(len(bought), 0)
        either = self.run_of_5.trades.where(agent=["maker", "fund"])
        self.assertEqual(len(either), sum(row["agent"] in ("maker", "fund") for row in self.rows))

    def test_rows_are_dicts_and_masks_choose_them(self):
        trades = self.run_of_5.trades
        self.assertEqual(trades[0]["agent"], self.rows[0]["agent"])
        self.assertEqual([row["venue"] for row in trades[:3]], [row["venue"] for row in self.rows[:3]])
        self.assertTrue((trades[trades["notional"] > 1000]["notional"] > 1000).all())

    def test_a_structured_array_has_all_of_it(self):
        array = self.run_of_5.equity.array
        self.assertEqual(array.dtype.names, ("timeSeconds", "agent", "equity", "drawdown", "equityAtVenues"))
        last = array[array["agent"] == "maker"][-1]
        self.assertEqual(last["equity"], self.run_of_5.summary.agents["maker"]["finalEquity"])

    def test_an_empty_table_has_its_columns_and_kinds(self):
        found = self.run_of_5.interventions
        self.assertIn("agent", found.columns)
        self.assertEqual((found["agent"].dtype.kind, found["from"].dtype.kind), ("U", "f"))
        self.assertEqual(len(found.where(agent="risk")), len(found))

    def test_metrics_have_the_kinds_of_their_values(self):
        metrics = self.run_of_5.metrics
        kinds = {name: metrics[name].dtype.kind for name in ("world/regime", "chain/mainnet/gas_used", "world/ETH/price")}
        self.assertEqual(kinds, {"world/regime": "U", "chain/mainnet/gas_used": "i", "world/ETH/price": "f"})
        self.assertTrue(math.isnan(metrics["venue/spot-ETH-USDC/spread_bps"][0]))
        self.assertGreater(metrics["venue/spot-ETH-USDC/spread_bps"][-1], 0)

    def test_a_column_that_is_not_there_is_told_with_the_nearest(self):
        with self.assertRaisesRegex(KeyError, "no column 'prize' .did you mean price"):
            self.run_of_5.trades["prize"]

    def test_a_table_is_shown_with_its_size(self):
        shown = repr(self.run_of_5.trades)
        self.assertIn(f"{len(self.rows)} rows × 13 columns", shown)
        self.assertEqual(len(shown.splitlines()), 7)

    def test_written_csv_is_read_as_it_was(self):
        frame = catallaxy.Frame({"name": ['a, "b"\nc', "d"], "value": [0.1, math.nan], "count": [1, 2]})
        path = frame.to_csv(simulated.folder() / "written.csv")
        again = read_csv(path, text=("name",))
        self.assertEqual(list(again["name"]), ['a, "b"\nc', "d"])
        self.assertEqual(path.read_text(encoding="utf-8").splitlines()[-1], "d,,2")
        numpy.testing.assert_array_equal(again["value"], [0.1, math.nan])

    def test_columns_of_different_lengths_are_refused(self):
        with self.assertRaisesRegex(ValueError, "one length"):
            catallaxy.Frame({"a": [1], "b": [1, 2]})


class PandasTest(unittest.TestCase):
    def test_a_table_becomes_a_data_frame(self):
        try:
            import pandas
        except ImportError:
            self.skipTest("pandas is not installed")
        frame = simulated.five_seeds()[0].trades
        self.assertEqual(list(frame.to_pandas().groupby("agent")["fee"].sum().index), sorted(set(frame["agent"])))
        self.assertIsInstance(frame.to_pandas(), pandas.DataFrame)

    def test_without_pandas_it_is_said_what_to_install(self):
        with mock.patch.dict("sys.modules", {"pandas": None}):
            with self.assertRaisesRegex(catallaxy.CatallaxyError, "pip install pandas"):
                simulated.five_seeds()[0].trades.to_pandas()


class DamagedTest(unittest.TestCase):
    def damaged(self, name, file, change):
        """A run whose folder is a copy in which a file was changed."""
        folder = simulated.copy(simulated.five_seeds()[0], name)
        path = folder / file
        path.write_bytes(change(path.read_bytes()))
        return catallaxy.open(folder)

    def test_a_line_that_a_kill_has_cut_off_is_left_out(self):
        whole = simulated.five_seeds()[0]
        for cut in (1, 2, 9, 30):
            run = self.damaged(f"cut-{cut}", "trades.csv", lambda content: content[:-cut])
            self.assertEqual(len(run.trades), len(whole.trades) - 1)
            numpy.testing.assert_array_equal(run.trades.array, whole.trades.array[:-1])
        run = self.damaged("cut-metrics", "metrics.jsonl", lambda content: content[:-5])
        self.assertEqual(list(run.metrics["timeSeconds"]), list(whole.metrics["timeSeconds"][:-1]))

    def test_a_cut_within_a_quotation_is_left_out_too(self):
        quoted = b'1.0,risk,maker,reduce,1.0,0.5,"lost ""too'
        run = self.damaged("cut-quoted", "interventions.csv", lambda content: content + quoted)
        self.assertEqual(len(run.interventions), len(simulated.five_seeds()[0].interventions))

    def test_a_header_that_was_cut_off_is_no_table(self):
        self.assertEqual(len(self.damaged("cut-header", "trades.csv", lambda _: b"timeSec").trades), 0)
        self.assertEqual(self.damaged("empty", "trades.csv", lambda _: b"").trades.columns, ())

    def test_a_run_that_was_killed_has_no_summary_and_says_so(self):
        running = json.dumps(dict(simulated.five_seeds()[0].manifest, status="running", digest=None)).encode()
        run = self.damaged("killed", "manifest.json", lambda _: running)
        (run.folder / "summary.json").unlink()
        with self.assertRaisesRegex(catallaxy.NotFound, "its run has not ended .status: running"):
            run.summary
        self.assertEqual((run.status, run.digest), ("running", None))
        self.assertGreater(len(run.equity), 0)

    def test_a_file_that_is_gone_is_named(self):
        run = self.damaged("gone", "trades.csv", lambda content: content)
        (run.folder / "trades.csv").unlink()
        with self.assertRaisesRegex(catallaxy.NotFound, "no such file: .*trades.csv"):
            run.trades

    def test_damage_before_the_last_line_is_told_with_its_place(self):
        def broken(line, change):
            def change_line(content):
                lines = content.split(b"\n")
                lines[line - 1] = change(lines[line - 1])
                return b"\n".join(lines)

            return change_line

        for name, file, change, message in [
            ("columns", "trades.csv", broken(3, lambda line: line + b",1"), "line 3: expected 13 columns .* found 14"),
            ("number", "equity.csv", broken(4, lambda line: b"x" + line), "line 4: timeSeconds: expected a number, found 'x"),
            ("quote", "trades.csv", broken(2, lambda line: b'"' + line), "trades.csv line 2: "),
            ("json", "metrics.jsonl", broken(2, lambda line: line[:-3]), "metrics.jsonl line 2: "),
            ("utf8", "trades.csv", broken(2, lambda line: b"\xff" + line), "expected UTF-8"),
            ("list", "summary.json", lambda _: b"[]\n", "expected a JSON object"),
        ]:
            with self.subTest(name), self.assertRaisesRegex(catallaxy.CorruptData, message):
                run = self.damaged(name, file, change)
                getattr(run, file.split(".")[0])


if __name__ == "__main__":
    unittest.main()
