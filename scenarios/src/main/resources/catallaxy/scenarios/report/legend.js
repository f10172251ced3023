/* The legend of a chart: what is drawn, its value under the cursor, and buttons that hide and show it. */

function html(parent, name, className, text) {
  const node = document.createElement(name);
  node.className = className;
  if (text !== undefined) {
    node.textContent = text;
  }
  parent.append(node);
  return node;
}

class Legend {
  constructor(figure, spec, changed) {
    this.box = html(figure, "div", "legend");
    this.changed = changed;
    this.hidden = new Set();
    this.values = new Map();
    this.series([...spec.lines, ...spec.bands, ...spec.bars]);
    this.fills(spec.markers);
    this.marks(spec.marks);
    this.regimes(spec.regimes);
  }

  shows(key) {
    return !this.hidden.has(key);
  }

  series(all) {
    for (const [, [each]] of Map.groupBy(all, ({ name }) => name)) {
      const stroke = each.stroke ?? "solid";
      const kind = each.counts ? "bars" : dashOf(each).length > 0 ? "dashed" : stroke;
      const button = this.item(each.name, each.name, kind, each.color);
      this.values.set(each.name, html(button, "span", "value", ""));
      if (stroke === "thin") {
        this.toggle(each.name, button);
      }
    }
  }

  fills(markers) {
    const many = markers.reduce((sum, marker) => sum + marker.fills.length, 0) > 120;
    for (const [name, own] of Map.groupBy(markers, (marker) => marker.name)) {
      const total = own.reduce((sum, marker) => sum + marker.total, 0);
      const key = "fills of " + name;
      const button = this.item(key, name + " fills (" + numberText(total, 0) + ")", "fills", own[0].color);
      if (many) {
        this.toggle(key, button);
      }
    }
  }

  item(key, name, kind, color) {
    const button = html(this.box, "button", "item");
    button.setAttribute("aria-pressed", "true");
    html(button, "span", "swatch " + kind).style.color = "var(--" + colorName(color) + ")";
    html(button, "span", "name", name).title = name;
    button.addEventListener("click", () => {
      this.toggle(key, button);
      this.changed();
    });
    return button;
  }

  toggle(key, button) {
    const show = this.hidden.delete(key);
    if (!show) {
      this.hidden.add(key);
    }
    button.setAttribute("aria-pressed", String(show));
  }

  marks(marks) {
    for (const [fault, symbol, label] of [[false, "◆", "risk intervention"], [true, "✕", "fault"]]) {
      if (marks.some((mark) => FAULT.test(mark.kind) === fault)) {
        const item = html(this.box, "span", fault ? "item key fault" : "item key risk");
        html(item, "span", "symbol", symbol);
        html(item, "span", "name", label);
      }
    }
  }

  regimes(regimes) {
    const ordinary = ordinaryRegime(regimes);
    this.shaded = [...new Set(regimes.map((r) => r.name))].filter((name) => name !== ordinary);
    this.shaded.forEach((name, i) => {
      const item = html(this.box, "span", "item key");
      html(item, "span", "shade r" + (i % 4), "");
      html(item, "span", "name", name);
    });
  }

  /* Shows values by name; they are those of the cursor where it is live, and of the end where it is not. */
  show(texts, live) {
    texts.forEach((text, name) => { this.values.get(name).textContent = text; });
    this.box.classList.toggle("live", live);
  }
}
