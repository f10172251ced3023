/* Looking things up in sampled lines, and the views that turn their values into others. */

/* The same times, each a little after the one before: samples of one instant are drawn in their order. */
function ascending(times) {
  let last = -Infinity;
  return times.map((time) => (last = time > last ? time : last + Math.max(1e-6, Math.abs(last) * 1e-12)));
}

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

/* The lines of a chart as the given view shows them; a line that holds its value does so until the end. */
function viewed(lines, view, until) {
  const reference = lines.find((line) => line.stroke === "dashed");
  return lines.map((line) => {
    const shown = line.v.map((value, i) => [line.t[i], view.of(value, line, reference, line.t[i])]);
    if (line.steps && line.t.at(-1) < until) {
      shown.push([until, shown.at(-1)[1]]);
    }
    const known = shown.filter(([, value]) => value !== null);
    return { ...line, t: known.map(([time]) => time), v: known.map(([, value]) => value) };
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

/* What is in the stacked bars up to the first, up to the second and so on, in each interval and in an empty one after them. */
function stacked(bars) {
  const length = Math.max(0, ...bars.map((bar) => bar.counts.length)) + 1;
  const sums = Array(length).fill(0);
  return bars.map((bar) => sums.map((sum, i) => (sums[i] = sum + (bar.counts[i] ?? 0))));
}

/* The regime that holds longest: the ordinary one, which is not shaded. */
function ordinaryRegime(regimes) {
  const total = new Map();
  regimes.forEach((r) => total.set(r.name, (total.get(r.name) ?? 0) + r.to - r.from));
  return [...total].sort((a, b) => b[1] - a[1])[0]?.[0];
}
