package catallaxy.scenarios.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The script that draws a page's charts, with the library it stands on and that library's licence, and its style. A content
 * security policy allows this script by its hash and nothing from outside, so that even data which escaped its quoting could
 * not run or load anything.
 */
final class PageScript {
    /** The library that draws, as the build's dependencies have it. */
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

    private final String text;

    private PageScript(String text) {
        this.text = text;
    }

    static PageScript read() throws IOException {
        String drawing = resource(UPLOT + "dist/uPlot.iife.min.js");
        String ours = own("axis.js", "series.js", "paint.js", "legend.js", "chart.js", "page.js");
        return new PageScript(
                "\"use strict\";\n/*!\n" + resource(UPLOT + "LICENSE") + "*/\n" + own("locale.js") + drawing + ours);
    }

    /** Writes the head of a page, up to its end. */
    void head(Markup page, String title) throws IOException {
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        page.open("meta", "charset", "utf-8");
        page.open("meta", "http-equiv", "Content-Security-Policy", "content", policy());
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.open("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", title + " · Catallaxy");
        String style = resource(UPLOT + "dist/uPlot.min.css") + own("report.css");
        page.open("style").raw(style).close("style").close("head");
    }

    /** Writes what a page without script says instead of its charts. */
    static void absent(Markup page) {
        page.raw(
                "<noscript><div class=\"banner\">The charts need JavaScript; all tables work without.</div></noscript>\n");
    }

    /** Writes the data and the script itself, at the end of a page. */
    void write(Markup page, ChartBook book) throws IOException {
        page.open("script", "type", "application/json", "id", "data")
                .raw(book.json())
                .close("script");
        page.open("script").raw(text).close("script");
    }

    private String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + sha256(text) + "'; "
                + "base-uri 'none'; form-action 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static String own(String... names) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append('\n').append(resource("/catallaxy/scenarios/report/" + name));
        }
        return text.toString();
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = PageScript.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("resource " + path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
