package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.JsonFile;
import catallaxy.scenarios.folder.ModelFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The section of a report about agents' auxiliary models: their errors on what they had not seen, beside those of naive rules. */
final class ModelSection {
    private ModelSection() {}

    /** Writes it; nothing where a run has no such models. */
    static void write(Markup page, String id, Path run) throws IOException {
        Path file = run.resolve("models.json");
        if (!Files.isRegularFile(file)) {
            return;
        }
        ModelFigures figures = JsonFile.record(file, ModelFigures.class, _ -> {});
        page.element("h2", "Auxiliary models", "id", id);
        for (ModelFigures.AgentModels agent : figures.agents()) {
            page.element("p", sentence(agent), "class", "note");
            table(agent).write(page);
        }
    }

    private static String sentence(ModelFigures.AgentModels agent) {
        ModelFigures.Advice advice = agent.advice();
        return agent.id() + ", models " + agent.use() + ": " + FigureText.count(advice.proposed())
                + " trades proposed, " + FigureText.count(advice.declined()) + " declined, "
                + FigureText.count(advice.cut()) + " cut; " + FigureText.count(advice.settled())
                + " learned from, " + FigureText.count(advice.discarded())
                + " not. Each example was predicted before it was learned from; skill is 1 less the ratio of the errors.";
    }

    private static Table table(ModelFigures.AgentModels agent) {
        Table table = new Table()
                .text("Model, unit of errors")
                .text("Group")
                .number("Unseen")
                .number("Error")
                .number("Naive error")
                .number("Skill")
                .number("Covered")
                .text("Who speaks");
        for (ModelFigures.Model model : agent.models()) {
            for (ModelFigures.Score score : model.scores()) {
                table.row()
                        .cell(model.name() + ", " + model.unit())
                        .cell(score.group())
                        .cell(FigureText.count(score.examples()))
                        .cell(FigureText.significant(score.absoluteError(), 3))
                        .cell(FigureText.significant(score.naiveError(), 3))
                        .signed(FigureText.decimals(score.skill(), 3), score.skill())
                        .cell(FigureText.percent(score.covered()))
                        .cell(score.voice());
            }
        }
        return table;
    }
}
