/* Numbers and simulated times as text, and what the horizontal axes count. */

const UNKNOWN = "–";
const DAY = 86400;
const TIME_STEPS = [
  0.001, 0.01, 0.1, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200,
  DAY, 2 * DAY, 5 * DAY, 10 * DAY, 30 * DAY, 90 * DAY, 365 * DAY, 3650 * DAY,
];

function numberText(value, decimals) {
  if (value === null || !Number.isFinite(value)) {
    return UNKNOWN;
  }
  const text = value.toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return text.replace("-", "−");
}

/* The decimals that tell neighbouring ticks apart. */
function decimalsOf(step) {
  const exact = Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
  const scaled = step * 10 ** exact;
  return Math.abs(scaled - Math.round(scaled)) > 1e-6 ? exact + 1 : exact;
}

/* A single value with as many digits as its size deserves. */
function valueText(value) {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) {
    return numberText(value, 0);
  }
  return numberText(value, size >= 100 ? 2 : size >= 1 ? 4 : 6);
}

function padded(number) {
  return String(number).padStart(2, "0");
}

/* Simulated seconds as days and a clock; seconds only where the step needs them. */
function timeText(seconds, step) {
  const days = Math.floor(seconds / DAY + 1e-9);
  const rest = Math.max(0, seconds - days * DAY);
  if (step >= DAY) {
    return days + " d";
  }
  const clock = padded(Math.floor(rest / 3600)) + ":" + padded(Math.floor(rest / 60) % 60);
  const whole = padded(Math.floor(rest) % 60);
  const fine = step < 1 ? ":" + (rest % 60).toFixed(3).padStart(6, "0") : ":" + whole;
  return (days > 0 ? days + " d " : "") + (step >= 60 ? clock : clock + fine);
}

function stepsText(steps) {
  const [size, unit] = [[1e9, " G"], [1e6, " M"], [1e3, " k"]].find(([least]) => Math.abs(steps) >= least) ?? [1, ""];
  return (steps / size).toLocaleString("en-US", { maximumFractionDigits: 2 }).replace("-", "−") + unit;
}

/* The distances that ticks may have (any round one where none are given), the ticks' texts, and that of the cursor. */
const AXES = {
  time: { steps: TIME_STEPS, text: timeText, label: (time) => timeText(time, 1) },
  steps: { text: stepsText, label: (steps) => numberText(Math.round(steps), 0) + " steps" },
  score: { text: (score, step) => numberText(score, decimalsOf(step)), label: (score) => "τ = " + valueText(score) },
};
