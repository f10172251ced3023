/* One chart: uPlot draws its series, axes and cursor; this gives it the series, and marks and fills upon them. */

const FONT = "11px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const NEAR = 6;

class Chart {
  constructor(figure, spec, group) {
    this.spec = spec;
    this.group = group;
    this.axis = AXES[spec.axis];
    this.plot = figure.querySelector(".plot");
    this.heights = { wide: [220, 320], strip: [140, 160] }[figure.className] ?? [200, 250];
    this.leastLeft = figure.className === "half" ? 0 : 76;
    this.unit = figure.querySelector(".unit");
    this.tip = html(this.plot, "div", "tip");
    this.tip.hidden = true;
    this.when = html(this.plot, "div", "when");
    this.buildControls(html(figure.querySelector("figcaption"), "span", "controls"));
    this.legend = new Legend(figure, spec, () => this.alike().forEach((chart) => chart.refresh()));
    this.show(spec.views[0]);
    this.plot.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.resize()).observe(this.plot);
  }

  buildControls(box) {
    this.reset = html(box, "button", "reset", "Reset zoom");
    this.reset.hidden = true;
    this.reset.addEventListener("click", () => this.group.zoom(null));
    this.viewButtons = this.spec.views.length < 2 ? [] : this.spec.views.map((name) => {
      const button = html(box, "button", "view", name);
      button.addEventListener("click", () => this.alike().forEach((chart) => chart.show(name)));
      return button;
    });
  }

  /* Begins or goes on to show one of the chart's views. */
  show(name) {
    this.view = VIEWS[name] ?? PLAIN;
    this.lines = viewed(this.spec.lines, this.view, this.spec.until);
    this.unit.textContent = this.view.unit ?? this.spec.unit;
    this.viewButtons.forEach((b) => b.setAttribute("aria-pressed", String(b.textContent === name)));
    this.refresh();
  }

  /* The charts on the same scale, this one among them. */
  alike() {
    const { scale } = this.spec;
    return scale === "" ? [this] : this.group.charts.filter((chart) => chart.spec.scale === scale);
  }

  // ---- what uPlot is given

  /* It is drawn when it has a width: a folded section has none. */
  resize() {
    const width = this.plot.clientWidth;
    const size = { width, height: this.heights[width < 480 ? 0 : 1] };
    if (width > 0 && this.u === undefined) {
      this.u = new uPlot(this.options(size), this.data(), this.plot);
      this.moved();
    } else if (width > 0 && width !== this.u.width) {
      this.u.setSize(size);
    }
  }

  /* Draws again after a change of view or of what is hidden. */
  refresh() {
    if (this.u) {
      this.series().forEach(({ show }, i) => { this.u.series[i].show = show ?? true; });
      this.u.setData(this.data());
      this.moved();
    }
  }

  /* Draws again in the colours of the page as they are now. */
  recolor() {
    this.u?.redraw(false);
  }

  rescale() {
    const [min, max] = this.group.domain();
    this.u?.setScale("x", { min, max });
    this.reset.hidden = !this.group.zoomedTo;
  }

  options(size) {
    return {
      ...size,
      padding: [12, 26, 0, 0],
      legend: { show: false },
      scales: { x: { time: false, range: () => this.group.domain() }, y: { range: () => this.valueRange() } },
      axes: this.axes(),
      series: this.series(),
      bands: this.spec.bands.map((band, i) => ({
        series: [1 + this.lines.length + 2 * i + 1, 1 + this.lines.length + 2 * i],
        fill: () => ink(colorName(band.color)) + "33",
      })),
      cursor: this.cursor(),
      hooks: {
        drawClear: [(u) => new Paint(u).inside((paint) => this.drawRegimes(paint))],
        drawAxes: [(u) => new Paint(u).inside((paint) => this.drawMarks(paint))],
        draw: [(u) => new Paint(u).inside((paint) => this.drawFills(paint))],
        setCursor: [() => this.moved()],
        setSelect: [(u) => this.selected(u)],
      },
    };
  }

  axes() {
    const { steps, text } = this.axis;
    const style = { font: FONT, stroke: () => ink("soft"), ticks: { show: false } };
    const line = { show: true, width: 1, stroke: () => ink("soft") + "8c" };
    return [
      {
        ...style, size: 26, gap: 6, space: 92, grid: { show: false }, border: line, ticks: { ...line, size: 4 },
        ...(steps && { incrs: steps }),
        values: (u, ticks, i, space, step) => ticks.map((tick) => text(tick, step)),
      },
      {
        ...style, gap: 7, space: 32, grid: { width: 1, stroke: () => ink("grid") },
        size: (u, texts) => Math.max(12 + 6.6 * Math.max(3, ...(texts ?? []).map((each) => each.length)), this.least()),
        values: (u, ticks, i, space, step) => {
          this.decimals = decimalsOf(step);
          return ticks.map((tick) => numberText(Math.abs(tick) < step * 1e-6 ? 0 : tick, this.decimals));
        },
      },
    ];
  }

  /* Charts of a whole row have their axes below one another. */
  least() {
    return this.plot.clientWidth < 480 ? 0 : this.leastLeft;
  }

  series() {
    const base = { spanGaps: true, points: { show: false } };
    return [
      {},
      ...this.lines.map((line) => {
        const stroke = () => ink(colorName(line.color));
        return {
          ...base, show: this.legend.shows(line.name), stroke, dash: dashOf(line),
          width: { solid: 1.6, dashed: 1.2, thin: 1 }[line.stroke], points: { show: line.t.length === 1, fill: stroke },
          ...(line.steps && { paths: uPlot.paths.stepped({ align: 1 }) }),
        };
      }),
      ...this.spec.bands.flatMap((band) => Array(2).fill({ ...base, show: this.legend.shows(band.name), width: 0 })),
      ...this.spec.bars.toReversed().map((bar) => ({
        ...base, show: this.legend.shows(bar.name), fill: () => ink(colorName(bar.color)), width: 0,
        paths: uPlot.paths.bars({ size: [1, Infinity, 0.5], gap: 1 }),
      })),
    ];
  }

  /* Aligned columns: times, the lines, the bands, and the stacks of bars from the highest to the lowest. */
  data() {
    const [{ width } = {}] = this.spec.bars;
    const stacks = stacked(this.spec.bars.map((bar) => (this.legend.shows(bar.name) ? bar : { counts: [] })));
    const columns = [
      [[this.spec.from, this.spec.until]],
      ...[...this.lines, ...this.spec.bands.flatMap((band) => [band.low, band.high])].map(({ t, v }) => [t, v]),
      ...stacks.toReversed().map((sums) => [sums.map((sum, i) => (i + 0.5) * width), sums]),
    ];
    return uPlot.join(columns);
  }

  cursor() {
    const { spec } = this;
    return {
      y: false,
      points: {
        ...(spec.bars.length > 0 && { show: false }), size: (u, i) => (i > this.lines.length ? 0 : 7),
        fill: (u, i) => ink(colorName(this.lines[i - 1]?.color ?? 0)),
      },
      drag: { setScale: false },
      sync: { key: spec.group, filters: { pub: (type) => type === "mousemove" || type === "mouseleave" } },
      bind: {
        dblclick: () => () => this.group.zoom(null),
        mousemove: (u, over, go) => (event) => {
          go(event);
          this.showTip(event.offsetX, event.offsetY);
        },
        mouseleave: (u, over, go) => (event) => {
          go(event);
          this.tip.hidden = true;
        },
      },
    };
  }

  // ---- range of values

  valueRange() {
    const ends = this.alike().flatMap((chart) => chart.ends());
    const low = Math.min(...ends);
    const high = Math.max(...ends);
    return low < high ? uPlot.rangeNum(low, high, 0.08, true) : this.flatRange(ends.length === 0 ? 0 : low);
  }

  flatRange(level) {
    return level === 0 ? [-1, 1] : [Math.min(0, 1.1 * level), Math.max(0, 1.1 * level)];
  }

  /* The lowest and the highest value of everything that is shown within the time that is shown. */
  ends() {
    const [from, to] = this.group.domain();
    const shown = (all) => all.filter(({ name }) => this.legend.shows(name));
    const drawn = [...shown(this.lines), ...shown(this.spec.bands).flatMap((band) => [band.low, band.high])];
    const values = drawn.flatMap(({ t, v }) => v.slice(Math.max(0, indexAt(t, from)), indexAt(t, to) + 2));
    const stack = stacked(shown(this.spec.bars)).at(-1) ?? [];
    const width = this.spec.bars[0]?.width;
    const tops = stack.filter((sum, i) => (i + 1) * width > from && i * width < to);
    const all = [...values, ...tops, ...(tops.length > 0 ? [0] : [])];
    return all.length === 0 ? [] : [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  }

  // ---- upon the series

  drawRegimes(paint) {
    for (const regime of this.spec.regimes) {
      const shade = this.legend.shaded.indexOf(regime.name);
      if (shade >= 0) {
        paint.shade(regime, "r" + (shade % 4));
      }
    }
  }

  drawMarks(paint) {
    paint.zero();
    const [from, to] = this.group.domain();
    const marks = this.spec.marks.filter((mark) => mark.at >= from && mark.at <= to);
    this.markPlaces = marks.map((mark) => ({ x: paint.x(mark.at), mark }));
    this.markPlaces.forEach(({ x, mark }) => paint.mark(x, FAULT.test(mark.kind), marks.length > 40));
  }

  drawFills(paint) {
    this.fillPlaces = [];
    for (const marker of this.spec.markers.filter(({ name }) => this.legend.shows("fills of " + name))) {
      for (const fill of this.spaced(viewedFills(marker, this.spec.lines, this.view), paint)) {
        const place = { x: paint.x(fill.time), y: paint.y(fill.value), fill, marker };
        paint.fill(place.x, place.y, marker.buy, colorName(marker.color));
        this.fillPlaces.push(place);
      }
    }
  }

  /* The largest fill of every few pixels. */
  spaced(fills, paint) {
    const [from, to] = this.group.domain();
    const within = fills.filter((fill) => fill.time >= from && fill.time <= to);
    const slots = Map.groupBy(within, (fill) => Math.floor(paint.x(fill.time) / 9));
    return [...slots.values()].map((those) => those.reduce((a, b) => (a.quantity < b.quantity ? b : a)));
  }

  // ---- cursor, selection, keys

  /* Shows the values under the cursor, or those of the end. */
  moved() {
    const { left } = this.u.cursor;
    const live = left >= 0;
    const time = live ? this.u.posToVal(left, "x") : this.group.domain()[1];
    this.legend.show(this.values(time, live), live);
    this.when.hidden = !live;
    if (live) {
      this.when.textContent = this.axis.label(time);
      const half = this.when.offsetWidth / 2;
      const middle = this.u.over.offsetLeft + left;
      this.when.style.left = Math.min(this.plot.clientWidth - half, Math.max(half, middle)) - half + "px";
      this.when.style.top = this.u.over.offsetTop + this.u.over.offsetHeight + 3 + "px";
    }
  }

  values(time, live) {
    const texts = new Map();
    for (const [name, lines] of Map.groupBy(this.lines, (line) => line.name)) {
      const values = lines.map((line) => valueAt(line, time)).filter((value) => value !== null);
      const mean = values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
      texts.set(name, numberText(mean, (this.decimals ?? 0) + (Number.isInteger(mean) ? 0 : 2)));
    }
    for (const { name, counts, width } of this.spec.bars) {
      const count = live ? counts[Math.floor(time / width)] ?? 0 : counts.reduce((a, b) => a + b, 0);
      texts.set(name, numberText(count, 0));
    }
    return texts;
  }

  selected(u) {
    const { left, width } = u.select;
    if (width > 0) {
      u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    }
    if (width > NEAR) {
      this.group.zoom([u.posToVal(left, "x"), u.posToVal(left + width, "x")]);
    }
  }

  key(event) {
    const [from, to] = this.group.domain();
    const span = to - from;
    const { left } = this.u.cursor;
    const time = left >= 0 ? this.u.posToVal(left, "x") : (from + to) / 2;
    const point = (at) => this.u.setCursor({ left: this.u.valToPos(Math.min(to, Math.max(from, at)), "x"), top: 0 }, true, true);
    const actions = {
      ArrowLeft: () => point(time - span / 50),
      ArrowRight: () => point(time + span / 50),
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
      const left = this.u.over.offsetLeft + x + 12;
      const top = this.u.over.offsetTop + y - this.tip.offsetHeight - 8;
      this.tip.style.left = Math.max(0, Math.min(left, this.plot.clientWidth - this.tip.offsetWidth - 4)) + "px";
      this.tip.style.top = Math.max(0, top) + "px";
    }
  }

  markText(x) {
    const near = this.markPlaces.filter((place) => Math.abs(place.x - x) < NEAR);
    const lines = near.slice(0, 4).map(({ mark }) => timeText(mark.at, 1) + " · " + mark.text);
    return lines.join("\n") + (near.length > 4 ? "\nand " + (near.length - 4) + " more" : "");
  }

  fillText(x, y) {
    const near = this.fillPlaces.find((place) => Math.hypot(place.x - x, place.y - y) < NEAR);
    if (!near) {
      return "";
    }
    const { fill, marker } = near;
    const verb = marker.buy ? " bought " : " sold ";
    return timeText(fill.time, 1) + " · " + marker.name + verb + valueText(fill.quantity) + " at "
      + valueText(fill.price) + " on " + fill.venue;
  }
}
