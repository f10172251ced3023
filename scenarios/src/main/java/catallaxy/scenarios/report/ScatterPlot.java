package catallaxy.scenarios.report;

import java.util.List;
import java.util.Locale;

/**
 * Points in a plane as a picture of its own, {@value #WIDTH} by {@value #HEIGHT}, that needs no script: the axes' names, their ends, and a
 * dot for each point with its values where one points at it.
 */
final class ScatterPlot {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 12;
    private static final int BOTTOM = 44;

    private final String across;
    private final String up;
    private final List<List<Double>> points;
    private final int marked;

    /**
     * @param points {@code [N][2]}, finite
     * @param marked which of them stands out; -1 for none
     */
    ScatterPlot(String across, String up, List<List<Double>> points, int marked) {
        this.across = across;
        this.up = up;
        this.points = points;
        this.marked = marked;
    }

    void write(Markup page) {
        Span x = Span.of(points, 0);
        Span y = Span.of(points, 1);
        page.open("figure", "class", "half").open("figcaption");
        page.element("h3", up + " over " + across).close("figcaption");
        page.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-label",
                up + " over " + across,
                "style",
                "width:100%;max-width:640px;height:auto");
        frame(page, x, y);
        for (int i = 0; i < points.size(); i++) {
            point(page, points.get(i), x, y, i == marked);
        }
        page.close("svg").close("figure");
    }

    private void frame(Markup page, Span x, Span y) {
        int floor = HEIGHT - BOTTOM;
        page.open(
                "path",
                "d",
                "M%d %dV%dH%d".formatted(LEFT, TOP, floor, WIDTH - RIGHT),
                "fill",
                "none",
                "stroke",
                "var(--soft)");
        page.close("path");
        label(page, LEFT, floor + 16, "start", FigureText.plain(x.low()));
        label(page, WIDTH - RIGHT, floor + 16, "end", FigureText.plain(x.high()));
        label(page, (LEFT + WIDTH - RIGHT) / 2, floor + 34, "middle", across);
        label(page, LEFT - 6, floor, "end", FigureText.plain(y.low()));
        label(page, LEFT - 6, TOP + 10, "end", FigureText.plain(y.high()));
        label(page, LEFT - 6, (TOP + floor) / 2, "end", up);
    }

    private static void label(Markup page, int x, int y, String anchor, String text) {
        page.element(
                "text",
                text,
                "x",
                String.valueOf(x),
                "y",
                String.valueOf(y),
                "text-anchor",
                anchor,
                "font-size",
                "11",
                "fill",
                "var(--soft)");
    }

    private void point(Markup page, List<Double> point, Span x, Span y, boolean stands) {
        double right = LEFT + x.share(point.get(0)) * (WIDTH - LEFT - RIGHT);
        double down = HEIGHT - BOTTOM - y.share(point.get(1)) * (HEIGHT - TOP - BOTTOM);
        page.open(
                "circle",
                "cx",
                decimals(right),
                "cy",
                decimals(down),
                "r",
                stands ? "6" : "3",
                "fill",
                stands ? "var(--c1)" : "var(--c0)");
        page.element(
                "title",
                across + " " + FigureText.plain(point.get(0)) + ", " + up + " " + FigureText.plain(point.get(1)));
        page.close("circle");
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** From the least value to the greatest. */
    private record Span(double low, double high) {
        static Span of(List<List<Double>> points, int axis) {
            double low =
                    points.stream().mapToDouble(each -> each.get(axis)).min().orElse(0);
            double high =
                    points.stream().mapToDouble(each -> each.get(axis)).max().orElse(1);
            return new Span(low, high);
        }

        double share(double value) {
            return high > low ? (value - low) / (high - low) : 0.5;
        }
    }
}
