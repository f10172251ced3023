package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line chart as an SVG image inside the page, without script: axes, grid, lines and bands of uncertainty. Written once. */
final class CurvePlot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int LEFT = 64;
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 34;
    private static final int TICKS = 5;
    private static final int COLOURS = 8;

    /** A line with, where given, a band around it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Curve(String name, int colour, double[] x, double[] y, double[] low, double[] high) {}

    private final String title;
    private final String unit;
    private final List<Curve> curves = new ArrayList<>();
    private double minX = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;

    /** @param unit of the horizontal axis */
    CurvePlot(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** Adds a line of samples. */
    CurvePlot line(String name, int colour, Samples samples) {
        double[] x = new double[samples.size()];
        double[] y = new double[samples.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = samples.seconds(i);
            y[i] = samples.value(i);
        }
        return band(name, colour, x, y, new double[0], new double[0]);
    }

    /** Adds a line with a band; no band where {@code low} is empty. */
    CurvePlot band(String name, int colour, double[] x, double[] y, double[] low, double[] high) {
        curves.add(new Curve(name, colour, x, y, low, high));
        for (int i = 0; i < x.length; i++) {
            minX = Math.min(minX, x[i]);
            maxX = Math.max(maxX, x[i]);
            minY = Math.min(minY, low.length == 0 ? y[i] : low[i]);
            maxY = Math.max(maxY, high.length == 0 ? y[i] : high[i]);
        }
        return this;
    }

    boolean isEmpty() {
        return !(maxX >= minX);
    }

    void write(Markup page) {
        if (isEmpty()) {
            return;
        }
        widen();
        page.open("figure", "class", "curve");
        page.open("figcaption").element("h3", title);
        page.element("span", unit, "class", "unit").close("figcaption");
        page.open("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", title);
        axes(page);
        curves.forEach(curve -> draw(page, curve));
        page.close("svg");
        legend(page);
        page.close("figure");
    }

    /** A little room above and below, and some width where there is none. */
    private void widen() {
        double height = maxY - minY;
        double margin = height > 0 ? 0.05 * height : maxY == 0 ? 1 : 0.05 * Math.abs(maxY);
        minY -= margin;
        maxY += margin;
        maxX = maxX > minX ? maxX : minX + 1;
    }

    private void axes(Markup page) {
        for (int i = 0; i <= TICKS; i++) {
            double y = minY + i * (maxY - minY) / TICKS;
            double x = minX + i * (maxX - minX) / TICKS;
            page.open(
                            "line",
                            "x1",
                            at(LEFT),
                            "x2",
                            at(WIDTH - RIGHT),
                            "y1",
                            at(py(y)),
                            "y2",
                            at(py(y)),
                            "class",
                            "grid")
                    .close("line");
            page.element(
                    "text", number(y), "x", at(LEFT - 6), "y", at(py(y) + 4), "class", "tick", "text-anchor", "end");
            String anchor = i < TICKS ? "middle" : "end";
            double right = i < TICKS ? px(x) : WIDTH - 2;
            page.element(
                    "text", number(x), "x", at(right), "y", at(HEIGHT - 12), "class", "tick", "text-anchor", anchor);
        }
    }

    private void draw(Markup page, Curve curve) {
        String colour = "var(--c" + Math.floorMod(curve.colour(), COLOURS) + ")";
        if (curve.low().length > 0) {
            page.open("path", "d", area(curve), "style", "stroke:none;opacity:0.2;fill:" + colour)
                    .close("path");
        }
        if (curve.x().length == 1) {
            page.open(
                            "circle",
                            "cx",
                            at(px(curve.x()[0])),
                            "cy",
                            at(py(curve.y()[0])),
                            "r",
                            "3",
                            "style",
                            "fill:" + colour)
                    .close("circle");
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < curve.x().length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(point(curve.x()[i], curve.y()[i]));
        }
        page.open("path", "d", path.toString(), "style", "fill:none;stroke-width:1.6;stroke:" + colour)
                .close("path");
    }

    private String area(Curve curve) {
        StringBuilder path = new StringBuilder();
        int n = curve.x().length;
        for (int i = 0; i < n; i++) {
            path.append(i == 0 ? 'M' : 'L').append(point(curve.x()[i], curve.high()[i]));
        }
        for (int i = n - 1; i >= 0; i--) {
            path.append('L').append(point(curve.x()[i], curve.low()[i]));
        }
        return path.append('Z').toString();
    }

    private void legend(Markup page) {
        page.open("p", "class", "legend");
        List<String> named = new ArrayList<>();
        for (Curve curve : curves) {
            if (!named.contains(curve.name())) {
                named.add(curve.name());
                page.element("span", "● ", "style", "color:var(--c" + Math.floorMod(curve.colour(), COLOURS) + ")");
                page.text(curve.name() + "  ");
            }
        }
        page.close("p");
    }

    private String point(double x, double y) {
        return at(px(x)) + " " + at(py(y));
    }

    private double px(double x) {
        return LEFT + (x - minX) / (maxX - minX) * (WIDTH - LEFT - RIGHT);
    }

    private double py(double y) {
        return HEIGHT - BOTTOM - (y - minY) / (maxY - minY) * (HEIGHT - TOP - BOTTOM);
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return FigureText.decimals(value / 1e6, 1) + " M";
        }
        if (size >= 1e4) {
            return FigureText.decimals(value / 1e3, 0) + " k";
        }
        return size >= 100 ? FigureText.decimals(value, 0) : FigureText.decimals(value, size >= 1 ? 2 : 4);
    }
}
