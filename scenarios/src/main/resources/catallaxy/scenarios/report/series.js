"use strict";

/* Looking things up in sampled lines, and the views that turn their values into others. */

/* Index of the last time at or before the given one; -1 where all are later. */
function indexAt(times, time) {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/* The line's value at a time: the last one if it holds, else between its neighbours; null outside. */
function valueAt(line, time) {
  const i = indexAt(line.t, time);
  if (i < 0) {
    return null;
  }
  if (i + 1 >= line.t.length || line.steps) {
    return line.v[i];
  }
  const part = (time - line.t[i]) / (line.t[i + 1] - line.t[i]);
  return line.v[i] + part * (line.v[i + 1] - line.v[i]);
}

/* The mean of lines of one name, such as those of one group of runs, where any of them has a value; null else. */
function meanAt(lines, time) {
  const values = lines.filter((line) => line.t.length > 0).map((line) => valueAt(line, time)).filter((v) => v !== null);
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
}

function basisOf(value, reference, time) {
  const price = reference === undefined ? null : valueAt(reference, time);
  return price ? 1e4 * (value / price - 1) : null;
}

/* Each view maps a value of a line at a time; the reference is the dashed line of the chart. */
const VIEWS = {
  "PnL": { of: (value, line) => value - line.first },
  "Equity": { of: (value) => value },
  "Return %": { of: (value, line) => (line.first > 0 ? 100 * (value / line.first - 1) : null), unit: "%" },
  "Price": { of: (value) => value },
  "Basis to world, bps": { of: (value, line, reference, time) => basisOf(value, reference, time), unit: "bps" },
};
const PLAIN = { of: (value) => value };

/* The lines of a chart as the given view shows them. */
function viewed(lines, view) {
  const reference = lines.find((line) => line.stroke === "dashed");
  return lines.map((line) => {
    const t = [];
    const v = [];
    line.v.forEach((value, i) => {
      const shown = view.of(value, line, reference, line.t[i]);
      if (shown !== null) {
        t.push(line.t[i]);
        v.push(shown);
      }
    });
    return { ...line, t, v };
  });
}

/* The fills of one marker as the view shows them: their prices turned like the lines' values. */
function viewedFills(marker, lines, view) {
  const reference = lines.find((line) => line.stroke === "dashed");
  return marker.fills
    .map(([time, price, quantity, venue]) => ({
      time, price, quantity, venue, value: view.of(price, { first: price }, reference, time),
    }))
    .filter((fill) => fill.value !== null);
}

/* The regime that holds longest: the ordinary one, which is not shaded. */
function ordinaryRegime(regimes) {
  const total = new Map();
  regimes.forEach((r) => total.set(r.name, (total.get(r.name) ?? 0) + r.to - r.from));
  return [...total].sort((a, b) => b[1] - a[1])[0]?.[0];
}
