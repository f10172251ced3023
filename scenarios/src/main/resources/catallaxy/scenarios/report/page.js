/* Puts the charts into the page; those of one run share their time axis and their cursor. */

class Group {
  constructor(from, until) {
    this.from = from;
    this.until = until > from ? until : from + 1;
    this.charts = [];
    this.zoomedTo = null;
  }

  domain() {
    return this.zoomedTo ?? [this.from, this.until];
  }

  /* Shows the given stretch of time in all charts; null shows all. */
  zoom(domain) {
    const [from, to] = domain ?? [this.from, this.until];
    const inside = [Math.max(this.from, from), Math.min(this.until, to)];
    const all = domain === null || (inside[0] <= this.from && inside[1] >= this.until);
    if (all || inside[1] - inside[0] > (this.until - this.from) * 1e-6) {
      this.zoomedTo = all ? null : inside;
      this.charts.forEach((chart) => chart.rescale());
    }
  }
}

function groupOf(groups, spec) {
  if (!groups.has(spec.group)) {
    groups.set(spec.group, new Group(spec.from, spec.until));
  }
  return groups.get(spec.group);
}

function drawCharts() {
  const data = JSON.parse(document.getElementById("data").textContent);
  const groups = new Map();
  data.times = data.times.map(ascending);
  document.querySelectorAll("figure[data-chart]").forEach((figure) => {
    const spec = data.charts[Number(figure.dataset.chart)];
    [...spec.lines, ...spec.bands.flatMap((band) => [band.low, band.high])].forEach((line) => {
      line.t = data.times[line.times];
      line.v = line.values;
      line.first = line.v[0];
    });
    const group = groupOf(groups, spec);
    group.charts.push(new Chart(figure, spec, group));
  });
  for (const looks of ["print", "(prefers-color-scheme: dark)"]) {
    const recolor = () => groups.forEach((group) => group.charts.forEach((chart) => chart.recolor()));
    matchMedia(looks).addEventListener("change", recolor);
  }
}

function addCopyButtons() {
  document.querySelectorAll(".command, .digest").forEach((box) => {
    const button = html(box, "button", "copy", "Copy");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(box.querySelector("code").textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(box.querySelector("code"));
        button.textContent = "Press Ctrl+C";
      }
    });
  });
}

function addContents() {
  const nav = document.createElement("nav");
  nav.setAttribute("aria-label", "Contents");
  document.querySelectorAll("main > h2").forEach((heading) => {
    const link = html(nav, "a", "", heading.textContent);
    link.href = "#" + heading.id;
  });
  document.querySelector("header").append(nav);
}

function openForPrint() {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
}

addContents();
addCopyButtons();
drawCharts();
addEventListener("beforeprint", openForPrint);
