package catallaxy.scenarios.report;

import java.util.Locale;

/** The HTML frame into which the page script draws a chart. */
final class ChartFigure {

    private ChartFigure() {}

    /** Writes it for the chart at this place in the {@link ChartBook}. */
    static void write(Markup page, Chart chart, int index) {
        String shape = chart.shape().name().toLowerCase(Locale.ROOT);
        page.open("figure", "data-chart", Integer.toString(index), "class", shape)
                .open("figcaption");
        page.element("h3", chart.title(), "title", chart.help());
        page.element("span", chart.unit(), "class", "unit").close("figcaption");
        page.open("div", "class", "plot", "role", "img", "aria-label", chart.title(), "tabindex", "0");
        page.close("div").close("figure");
    }
}
