/* What stands on a chart beside its series: regimes, marks of interventions, single fills. Positions are in CSS pixels. */

const FAULT = /fault|late|fail|reject|crash|dead|restart/i;
const STYLE = getComputedStyle(document.documentElement);

/* A colour of the page as it is now, in the light or in the dark. */
function ink(name) {
  return STYLE.getPropertyValue("--" + name).trim();
}

function colorName(index) {
  return index < 0 ? "neutral" : "c" + (index % 8);
}

function dashOf(line) {
  return line.stroke === "dashed" ? [5, 4] : [[], [7, 3], [2, 3]][Math.floor(Math.max(0, line.color) / 8) % 3];
}

class Paint {
  constructor(u) {
    this.u = u;
    this.context = u.ctx;
    this.height = u.over.clientHeight;
  }

  /* Lets something be drawn over the plot, and into the room above it, but not beside it. */
  inside(draw) {
    const { ctx, bbox } = this.u;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, 0, bbox.width, bbox.top + bbox.height);
    ctx.clip();
    ctx.translate(bbox.left, bbox.top);
    ctx.scale(uPlot.pxRatio, uPlot.pxRatio);
    draw(this);
    ctx.restore();
  }

  x(time) {
    return this.u.valToPos(time, "x");
  }

  y(value) {
    return this.u.valToPos(value, "y");
  }

  shade(regime, color) {
    this.context.fillStyle = ink(color);
    const x = this.x(regime.from);
    this.context.fillRect(x, 0, Math.max(1, this.x(regime.to) - x), this.height);
  }

  zero() {
    const y = this.y(0);
    if (y >= 0 && y <= this.height) {
      this.context.lineWidth = 1;
      this.context.strokeStyle = ink("soft") + "8c";
      this.context.stroke(new Path2D(`M0 ${y}H${this.u.over.clientWidth}`));
    }
  }

  mark(x, fault, crowded) {
    const { context } = this;
    context.strokeStyle = context.fillStyle = ink(fault ? "fault" : "risk");
    context.lineWidth = 1;
    context.globalAlpha = crowded ? 0.08 : 0.3;
    context.stroke(new Path2D(`M${x} ${fault ? 8 : -2}V${this.height}`));
    context.globalAlpha = 1;
    if (fault) {
      context.lineWidth = 1.6;
      context.stroke(new Path2D(`M${x - 3} 1l6 6m0-6l-6 6`));
    } else {
      context.fill(new Path2D(`M${x} -10l4 4-4 4-4-4z`));
    }
  }

  fill(x, y, buy, color) {
    const path = new Path2D(buy ? `M${x} ${y - 5}l4.5 8h-9z` : `M${x} ${y + 5}l4.5-8h-9z`);
    this.context.fillStyle = ink(color);
    this.context.fill(path);
    this.context.lineWidth = 1;
    this.context.strokeStyle = ink("card");
    this.context.stroke(path);
  }
}
