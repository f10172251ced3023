package catallaxy.scenarios.report;

import java.util.Locale;
import java.util.Map;

/**
 * A grid of values as a picture that needs no script: the brighter, the more; cells without a value are empty. The first
 * descriptor goes across, the second up.
 */
final class HeatMap {
    private static final int SIZE = 480;
    private static final int MARGIN = 40;

    private final String across;
    private final String up;
    private final int columns;
    private final int rows;
    private final Map<Integer, Double> values;

    /** @param values cell → value, cells counted along the second descriptor first */
    HeatMap(String across, String up, int columns, int rows, Map<Integer, Double> values) {
        this.across = across;
        this.up = up;
        this.columns = columns;
        this.rows = rows;
        this.values = values;
    }

    void write(Markup page, String title) {
        double low =
                values.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high =
                values.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        page.open("figure", "class", "half").open("figcaption");
        page.element("h3", title + ", " + FigureText.plain(low) + " to " + FigureText.plain(high));
        page.close("figcaption");
        page.open(
                "svg",
                "viewBox",
                "0 0 " + (SIZE + MARGIN) + " " + (SIZE + MARGIN),
                "role",
                "img",
                "aria-label",
                title,
                "style",
                "width:100%;max-width:640px;height:auto");
        page.open(
                "rect",
                "x",
                String.valueOf(MARGIN),
                "y",
                "0",
                "width",
                String.valueOf(SIZE),
                "height",
                String.valueOf(SIZE),
                "fill",
                "var(--grid)");
        page.close("rect");
        values.forEach((cell, value) -> {
            double share = high > low ? (value - low) / (high - low) : 1;
            cell(page, cell, value, share);
        });
        name(page, MARGIN + SIZE / 2, SIZE + 24, across, "");
        name(page, 16, SIZE / 2, up, "rotate(-90 16 " + SIZE / 2 + ")");
        page.close("svg").close("figure");
    }

    private void cell(Markup page, int cell, double value, double share) {
        int column = cell / rows;
        int row = cell % rows;
        double width = (double) SIZE / columns;
        double height = (double) SIZE / rows;
        page.open(
                "rect",
                "x",
                decimals(MARGIN + column * width),
                "y",
                decimals(SIZE - (row + 1) * height),
                "width",
                decimals(width + 0.2),
                "height",
                decimals(height + 0.2),
                "fill",
                "hsl(%d 75%% %d%%)".formatted(Math.round(250 - 200 * share), Math.round(25 + 45 * share)));
        page.element("title", FigureText.plain(value)).close("rect");
    }

    private static void name(Markup page, int x, int y, String text, String turned) {
        page.element(
                "text",
                text,
                "x",
                String.valueOf(x),
                "y",
                String.valueOf(y),
                "text-anchor",
                "middle",
                "font-size",
                "12",
                "fill",
                "var(--soft)",
                "transform",
                turned);
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
