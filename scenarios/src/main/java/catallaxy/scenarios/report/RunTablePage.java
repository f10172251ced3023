package catallaxy.scenarios.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The page of a sweep of simulations: one table, and where each run lies. */
final class RunTablePage {
    private final String title;
    private final RunTable table;
    private final Map<String, Path> folders;
    private final Markup page = new Markup();

    /** @param folders of the runs, by what they are called */
    RunTablePage(String title, RunTable table, Map<String, Path> folders) {
        this.title = title;
        this.table = table;
        this.folders = folders;
    }

    String html() throws IOException {
        PageScript script = PageScript.read();
        script.head(page, title);
        page.open("body").open("main");
        page.open("header").element("p", "Catallaxy sweep report", "class", "kicker");
        page.element("h1", title).close("header");
        new RunTableSection(table, page).write();
        page.element("h2", "Runs", "id", "runs");
        Table runs = new Table().text("Run").text("Folder");
        folders.forEach((name, folder) -> runs.row().cell(name).cell(String.valueOf(folder.getFileName())));
        runs.write(page);
        page.element("p", "catallaxy report FOLDER explains one of them.", "class", "note");
        page.close("main");
        script.write(page, new ChartBook());
        return page.close("body").close("html").toString();
    }
}
