"use strict";

/* One chart: an SVG of lines, bars, marks and markers, with a legend that shows the values under the cursor. */

const SVG = "http://www.w3.org/2000/svg";
const FAULT = /fault|late|fail|reject|crash|dead|restart/i;

function svg(parent, name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    node.setAttribute(key, value);
  }
  if (text !== undefined) {
    node.textContent = text;
  }
  parent.append(node);
  return node;
}

function html(parent, name, className, text) {
  const node = document.createElement(name);
  node.className = className;
  if (text !== undefined) {
    node.textContent = text;
  }
  parent.append(node);
  return node;
}

function colorOf(index) {
  return index < 0 ? "var(--neutral)" : "var(--c" + (index % 8) + ")";
}

function dashOf(line) {
  if (line.stroke === "dashed") {
    return "5 4";
  }
  return ["none", "7 3", "2 3"][Math.floor(Math.max(0, line.color) / 8) % 3];
}

class Chart {
  constructor(figure, spec, group) {
    this.spec = spec;
    this.group = group;
    this.axis = AXES[spec.axis];
    this.hidden = new Set();
    this.plot = figure.querySelector(".plot");
    this.heights = { wide: [220, 320], strip: [140, 160] }[figure.className] ?? [200, 250];
    this.wide = figure.className === "wide" || figure.className === "strip";
    this.caption = figure.querySelector("figcaption");
    this.unit = figure.querySelector(".unit");
    this.legendBox = html(figure, "div", "legend");
    this.tip = html(this.plot, "div", "tip");
    this.tip.hidden = true;
    this.buildControls();
    this.show(spec.views[0]);
    this.buildLegend();
    this.listen();
    this.resize();
    new ResizeObserver(() => requestAnimationFrame(() => this.resize())).observe(this.plot);
  }

  // ---- controls and legend

  buildControls() {
    const box = html(this.caption, "span", "controls");
    this.reset = html(box, "button", "reset", "Reset zoom");
    this.reset.addEventListener("click", () => this.group.zoom(null));
    this.viewButtons = this.spec.views.length < 2 ? [] : this.spec.views.map((name) => {
      const button = html(box, "button", "view", name);
      button.addEventListener("click", () => {
        const alike = this.alike();
        alike.forEach((chart) => chart.show(name));
        alike.forEach((chart) => chart.draw());
      });
      return button;
    });
  }

  show(name) {
    this.view = VIEWS[name] ?? PLAIN;
    this.lines = viewed(this.spec.lines, this.view);
    this.unit.textContent = this.view.unit ?? this.spec.unit;
    this.viewButtons.forEach((b) => b.setAttribute("aria-pressed", String(b.textContent === name)));
  }

  buildLegend() {
    this.valueNodes = new Map();
    for (const line of this.spec.lines.filter((each) => !this.valueNodes.has("line" + each.name))) {
      const button = this.legendItem("line" + line.name, line.name, line, true);
      if (line.stroke === "thin") {
        this.hide("line" + line.name, button);
      }
    }
    this.spec.bars.forEach((bar, i) => this.legendItem("bar" + i, bar.name, bar, true));
    this.buildMarkerLegend();
    this.buildMarkLegend();
    this.buildRegimeLegend();
  }

  legendItem(key, name, style, withValue) {
    const button = html(this.legendBox, "button", "item");
    button.setAttribute("aria-pressed", "true");
    this.swatch(button, style);
    html(button, "span", "name", name).title = name;
    if (withValue) {
      this.valueNodes.set(key, html(button, "span", "value", ""));
    }
    button.addEventListener("click", () => this.toggle(key, button));
    return button;
  }

  swatch(button, style) {
    const box = svg(button, "svg", { width: 18, height: 10, "aria-hidden": "true" });
    if (style.counts) {
      svg(box, "rect", { x: 3, width: 12, height: 10, rx: 2, fill: colorOf(style.color) });
    } else if (style.fills) {
      svg(box, "path", { d: "M1 9l4-8 4 8z", fill: colorOf(style.color) });
      svg(box, "path", { d: "M9 1l4 8 4-8z", fill: colorOf(style.color) });
    } else {
      svg(box, "path", {
        d: "M0 5H18", stroke: colorOf(style.color), "stroke-width": style.stroke === "thin" ? 1.2 : 2.4,
        "stroke-dasharray": dashOf(style),
      });
    }
  }

  hide(key, button) {
    this.hidden.add(key);
    button.setAttribute("aria-pressed", "false");
  }

  toggle(key, button) {
    const show = this.hidden.delete(key);
    if (!show) {
      this.hidden.add(key);
    }
    button.setAttribute("aria-pressed", String(show));
    this.alike().forEach((chart) => chart.draw());
  }

  buildMarkerLegend() {
    const many = this.spec.markers.reduce((sum, m) => sum + m.fills.length, 0) > 120;
    const names = new Set(this.spec.markers.map((m) => m.name));
    for (const name of names) {
      const own = this.spec.markers.filter((m) => m.name === name);
      const total = own.reduce((sum, m) => sum + m.total, 0);
      const button = this.legendItem("fills" + name, name + " fills (" + numberText(total, 0) + ")", own[0], false);
      if (many) {
        this.hide("fills" + name, button);
      }
    }
  }

  buildMarkLegend() {
    for (const [kind, symbol, label] of [[false, "◆", "risk intervention"], [true, "✕", "fault"]]) {
      if (this.spec.marks.some((mark) => FAULT.test(mark.kind) === kind)) {
        const item = html(this.legendBox, "span", kind ? "item key fault" : "item key risk");
        html(item, "span", "symbol", symbol);
        html(item, "span", "name", label);
      }
    }
  }

  buildRegimeLegend() {
    const ordinary = ordinaryRegime(this.spec.regimes);
    this.shaded = [...new Set(this.spec.regimes.map((r) => r.name))].filter((name) => name !== ordinary);
    this.shaded.forEach((name, i) => {
      const item = html(this.legendBox, "span", "item key");
      html(item, "span", "shade r" + (i % 4), "");
      html(item, "span", "name", name);
    });
  }

  // ---- geometry

  resize() {
    if (this.plot.clientWidth > 0 && this.plot.clientWidth !== this.width) {
      this.draw();
    }
  }

  layout() {
    this.width = this.plot.clientWidth;
    this.height = this.width < 480 ? this.heights[0] : this.heights[1];
    this.top = 10;
    this.bottom = this.height - 24;
    [this.from, this.to] = this.group.domain();
    [this.low, this.high] = this.valueRange();
    this.ticks = valueTicks(this.low, this.high, this.height / 44);
    this.decimals = decimalsOf(this.ticks.step);
    const longest = Math.max(...this.ticks.values.map((v) => numberText(v, this.decimals).length), 3);
    const aligned = this.wide && this.width >= 480;
    this.left = Math.max(12 + 6.6 * longest, aligned ? 76 : 0);
    this.right = this.width - 10;
  }

  x(time) {
    return this.left + ((time - this.from) / (this.to - this.from)) * (this.right - this.left);
  }

  y(value) {
    return this.bottom - ((value - this.low) / (this.high - this.low)) * (this.bottom - this.top);
  }

  timeAt(x) {
    const part = (x - this.left) / (this.right - this.left);
    return this.from + Math.min(1, Math.max(0, part)) * (this.to - this.from);
  }

  shownLines() {
    return this.lines.filter((line) => !this.hidden.has("line" + line.name));
  }

  /* The charts on the same scale, this one among them. */
  alike() {
    const { scale } = this.spec;
    return scale === "" ? [this] : this.group.charts.filter((chart) => chart.spec.scale === scale);
  }

  shownBars() {
    return this.spec.bars.filter((bar, i) => !this.hidden.has("bar" + i));
  }

  valueRange() {
    let low = Infinity;
    let high = -Infinity;
    const take = (value) => {
      low = Math.min(low, value);
      high = Math.max(high, value);
    };
    for (const chart of new Set([this, ...this.alike()])) {
      chart.shownLines().forEach((line) => this.visible(line).forEach((i) => take(line.v[i])));
      chart.eachStack((at, bottom, top) => take(top));
    }
    return this.padded(low, high);
  }

  padded(low, high) {
    if (low >= high) {
      const level = low > high ? 0 : low;
      return level === 0 ? [-1, 1] : [Math.min(0, 1.06 * level), Math.max(0, 1.06 * level)];
    }
    const bars = this.spec.bars.length > 0;
    const bottom = bars || (low > 0 && low < 0.4 * high) ? 0 : low;
    const top = high < 0 && high > 0.4 * low ? 0 : high;
    const margin = 0.06 * (top - bottom);
    return [bottom === 0 && low >= 0 ? 0 : bottom - margin, top === 0 && high <= 0 ? 0 : top + margin];
  }

  /* Indices of a line's samples in the shown time, and one on either side. */
  visible(line) {
    const first = Math.max(0, indexAt(line.t, this.from));
    const last = Math.min(line.t.length - 1, indexAt(line.t, this.to) + 1);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  }

  eachStack(visit) {
    const bars = this.shownBars();
    const length = Math.max(0, ...bars.map((bar) => bar.counts.length));
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (const bar of bars) {
        if (bar.counts[i] > 0 && (i + 1) * bar.width > this.from && i * bar.width < this.to) {
          visit(i, sum, sum + bar.counts[i], bar);
        }
        sum += bar.counts[i];
      }
    }
  }

  // ---- drawing

  draw() {
    if (this.plot.clientWidth === 0) {
      return;
    }
    this.layout();
    this.svg?.remove();
    this.svg = svg(this.plot, "svg", {
      viewBox: `0 0 ${this.width} ${this.height}`, role: "img", "aria-label": this.spec.title, tabindex: 0,
    });
    const id = "clip" + this.spec.index;
    const clip = svg(svg(this.svg, "defs"), "clipPath", { id });
    svg(clip, "rect", {
      x: this.left, y: 0, width: Math.max(0, this.right - this.left), height: this.bottom + 1,
    });
    this.drawGrid();
    const inside = svg(this.svg, "g", { "clip-path": `url(#${id})` });
    this.drawRegimes(inside);
    this.drawBars(inside);
    this.drawMarks(inside);
    this.shownLines().forEach((line) => this.drawLine(inside, line));
    this.drawMarkers(inside);
    this.overlay = svg(this.svg, "g", { class: "overlay" });
    this.reset.hidden = !this.group.zoomed();
    this.drawCursor();
  }

  drawGrid() {
    for (const value of this.ticks.values) {
      const zero = Math.abs(value) < this.ticks.step * 1e-6;
      const y = this.y(value);
      svg(this.svg, "path", { class: zero ? "zero" : "grid", d: `M${this.left} ${y}H${this.right}` });
      const text = numberText(zero ? 0 : value, this.decimals);
      svg(this.svg, "text", { x: this.left - 7, y: y + 3.5, "text-anchor": "end" }, text);
    }
    const ticks = this.axis.ticks(this.from, this.to, (this.right - this.left) / 92);
    for (const time of ticks.values) {
      const x = this.x(time);
      svg(this.svg, "path", { class: "tick", d: `M${x} ${this.bottom}v4` });
      if (x > this.left + 12 && x < this.right - 16) {
        svg(this.svg, "text", { x, y: this.height - 6, "text-anchor": "middle" }, this.axis.text(time, ticks.step));
      }
    }
    svg(this.svg, "path", { class: "axis", d: `M${this.left} ${this.bottom}H${this.right}` });
  }

  drawRegimes(inside) {
    for (const regime of this.spec.regimes) {
      const shade = this.shaded.indexOf(regime.name);
      if (shade >= 0) {
        const x = this.x(regime.from);
        const width = Math.max(1, this.x(regime.to) - x);
        svg(inside, "rect", { class: "shade r" + (shade % 4), x, width, y: 0, height: this.bottom });
      }
    }
  }

  drawBars(inside) {
    this.eachStack((i, bottom, top, bar) => {
      const x = this.x(i * bar.width);
      const width = Math.max(0.5, this.x((i + 1) * bar.width) - x - 1);
      const y = this.y(top);
      svg(inside, "rect", { x, y, width, height: Math.max(0, this.y(bottom) - y), fill: colorOf(bar.color) });
    });
  }

  drawLine(inside, line) {
    let path = "";
    for (const i of this.visible(line)) {
      const x = this.x(line.t[i]).toFixed(1);
      const y = this.y(line.v[i]).toFixed(1);
      path += path === "" ? `M${x} ${y}` : line.steps ? `H${x}V${y}` : `L${x} ${y}`;
    }
    if (line.steps && path !== "") {
      path += `H${this.x(Math.min(this.to, this.spec.until)).toFixed(1)}`;
    }
    if (line.t.length === 1) {
      svg(inside, "circle", { cx: this.x(line.t[0]), cy: this.y(line.v[0]), r: 3, fill: colorOf(line.color) });
    }
    svg(inside, "path", {
      class: "line " + line.stroke, d: path || "M0 0", stroke: colorOf(line.color), "stroke-dasharray": dashOf(line),
    });
  }

  drawMarks(inside) {
    this.markPlaces = [];
    const marks = this.spec.marks.filter((mark) => mark.at >= this.from && mark.at <= this.to);
    inside.classList.toggle("crowded", marks.length > 40);
    for (const mark of marks) {
      const x = this.x(mark.at);
      const fault = FAULT.test(mark.kind);
      svg(inside, "path", { class: fault ? "mark fault" : "mark risk", d: `M${x} ${fault ? 18 : 8}V${this.bottom}` });
      const symbol = fault ? `M${x - 3} 11l6 6m0-6l-6 6` : `M${x} 0l4 4-4 4-4-4z`;
      svg(inside, "path", { class: fault ? "sign fault" : "sign risk", d: symbol });
      this.markPlaces.push({ x, mark });
    }
  }

  drawMarkers(inside) {
    this.fillPlaces = [];
    for (const marker of this.spec.markers) {
      if (this.hidden.has("fills" + marker.name)) {
        continue;
      }
      for (const fill of this.spaced(viewedFills(marker, this.spec.lines, this.view))) {
        const x = this.x(fill.time);
        const y = this.y(fill.value);
        const d = marker.buy ? `M${x} ${y - 5}l4.5 8h-9z` : `M${x} ${y + 5}l4.5-8h-9z`;
        svg(inside, "path", { class: "marker", d, fill: colorOf(marker.color) });
        this.fillPlaces.push({ x, y, fill, marker });
      }
    }
  }

  /* The largest fill of every few pixels. */
  spaced(fills) {
    const kept = new Map();
    for (const fill of fills) {
      if (fill.time >= this.from && fill.time <= this.to) {
        const slot = Math.floor(this.x(fill.time) / 9);
        if (!kept.has(slot) || kept.get(slot).quantity < fill.quantity) {
          kept.set(slot, fill);
        }
      }
    }
    return kept.values();
  }

  // ---- cursor

  drawCursor() {
    if (!this.overlay) {
      return;
    }
    this.overlay.replaceChildren();
    const time = this.group.cursor;
    this.showValues(time ?? this.to);
    this.legendBox.classList.toggle("live", time !== null);
    if (time !== null && time >= this.from && time <= this.to) {
      this.drawCrosshair(time);
    }
  }

  drawCrosshair(time) {
    const x = this.x(time);
    svg(this.overlay, "path", { class: "cursor", d: `M${x} ${this.top}V${this.bottom}` });
    for (const line of this.shownLines()) {
      const value = valueAt(line, time);
      if (value !== null && time <= line.t[line.t.length - 1]) {
        svg(this.overlay, "circle", { cx: x, cy: this.y(value), r: 3, fill: colorOf(line.color) });
      }
    }
    const text = this.axis.label(time);
    const half = 4 + 3.3 * text.length;
    const middle = Math.min(this.right - half, Math.max(this.left + half, x));
    svg(this.overlay, "rect", {
      class: "label", x: middle - half, y: this.bottom + 3, width: 2 * half, height: 18, rx: 3,
    });
    svg(this.overlay, "text", {
      class: "label", x: middle, y: this.height - 7, "text-anchor": "middle",
    }, text);
  }

  showValues(time) {
    for (const name of new Set(this.lines.map((line) => line.name))) {
      const value = meanAt(this.lines.filter((line) => line.name === name), time);
      this.valueNodes.get("line" + name).textContent = numberText(value, this.decimals + (Number.isInteger(value) ? 0 : 2));
    }
    this.spec.bars.forEach((bar, i) => {
      const sum = bar.counts.reduce((a, b) => a + b, 0);
      const value = this.group.cursor === null ? sum : bar.counts[Math.floor(time / bar.width)] ?? 0;
      this.valueNodes.get("bar" + i).textContent = numberText(value, 0);
    });
  }

  // ---- pointer and keys

  listen() {
    this.plot.addEventListener("pointerdown", (event) => this.press(event));
    this.plot.addEventListener("pointermove", (event) => this.move(event));
    this.plot.addEventListener("pointerup", (event) => this.release(event));
    this.plot.addEventListener("pointercancel", () => this.cancel());
    this.plot.addEventListener("pointerleave", () => this.leave());
    this.plot.addEventListener("dblclick", () => this.group.zoom(null));
    this.plot.addEventListener("keydown", (event) => this.key(event));
  }

  at(event) {
    return event.clientX - this.plot.getBoundingClientRect().left;
  }

  press(event) {
    if (event.button === 0) {
      this.pressedAt = this.at(event);
    }
  }

  move(event) {
    const x = this.at(event);
    this.group.point(this.timeAt(x));
    if (this.pressedAt !== undefined && Math.abs(x - this.pressedAt) > 6) {
      this.plot.setPointerCapture(event.pointerId);
      this.drawSelection(this.pressedAt, x);
    }
    this.showTip(x, event.clientY - this.plot.getBoundingClientRect().top);
  }

  drawSelection(from, to) {
    const left = Math.max(this.left, Math.min(from, to));
    const width = Math.min(this.right, Math.max(from, to)) - left;
    svg(this.overlay, "rect", {
      class: "selection", x: left, y: this.top, width: Math.max(0, width), height: this.bottom - this.top,
    });
  }

  release(event) {
    const from = this.pressedAt;
    const to = this.at(event);
    this.pressedAt = undefined;
    if (from !== undefined && Math.abs(to - from) > 6) {
      this.group.zoom([this.timeAt(Math.min(from, to)), this.timeAt(Math.max(from, to))]);
    }
  }

  cancel() {
    this.pressedAt = undefined;
    this.leave();
  }

  leave() {
    this.tip.hidden = true;
    this.group.point(null);
  }

  key(event) {
    const span = this.to - this.from;
    const time = this.group.cursor ?? (this.from + this.to) / 2;
    const actions = {
      ArrowLeft: () => this.group.point(Math.max(this.from, time - span / 50)),
      ArrowRight: () => this.group.point(Math.min(this.to, time + span / 50)),
      "+": () => this.group.zoom([time - span / 4, time + span / 4]),
      "-": () => this.group.zoom([time - span, time + span]),
      Escape: () => this.group.zoom(null),
    };
    if (actions[event.key]) {
      actions[event.key]();
      event.preventDefault();
    }
  }

  // ---- tip on marks and fills

  showTip(x, y) {
    const text = this.markText(x) || this.fillText(x, y);
    this.tip.hidden = !text;
    if (text) {
      this.tip.textContent = text;
      const left = Math.min(x + 12, this.width - this.tip.offsetWidth - 4);
      this.tip.style.left = Math.max(0, left) + "px";
      this.tip.style.top = Math.max(0, y - this.tip.offsetHeight - 8) + "px";
    }
  }

  markText(x) {
    const near = (this.markPlaces ?? []).filter((place) => Math.abs(place.x - x) < 5);
    const lines = near.slice(0, 4).map(({ mark }) => timeText(mark.at, 1) + " · " + mark.text);
    return lines.join("\n") + (near.length > 4 ? "\nand " + (near.length - 4) + " more" : "");
  }

  fillText(x, y) {
    const near = (this.fillPlaces ?? []).find((place) => Math.hypot(place.x - x, place.y - y) < 7);
    if (!near) {
      return "";
    }
    const { fill, marker } = near;
    const verb = marker.buy ? " bought " : " sold ";
    return timeText(fill.time, 1) + " · " + marker.name + verb + valueText(fill.quantity) + " at "
      + valueText(fill.price) + " on " + fill.venue;
  }
}
