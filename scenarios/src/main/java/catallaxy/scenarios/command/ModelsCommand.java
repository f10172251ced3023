package catallaxy.scenarios.command;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.JsonFile;
import catallaxy.scenarios.folder.ModelFigures;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.run.RunFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code catallaxy models}: what have the auxiliary models of a run learned, and how well did they do? */
@Command(
        name = "models",
        description = "Show what the auxiliary models of a run learned, against their naive rules.",
        footer = {
            "",
            "Example:",
            "  catallaxy run two-chains agents.arb.policy.models.use=watch",
            "  catallaxy models runs/RUN",
            "",
            "Each example was predicted before it was learned from."
        })
final class ModelsCommand extends AnsweringCommand {
    @Parameters(index = "0", paramLabel = "RUN", description = "A run folder.")
    Path run;

    @Override
    Answer answer() {
        RunFiles files = new RunFiles(run);
        files.requireFolder("a run");
        if (!Files.isRegularFile(files.models())) {
            throw UserError.usage(run + ": no agent has models there; agents.NAME.policy.models.use = watch or on"
                    + " gives the arbitrageur some (docs/models.md)");
        }
        try {
            return new ModelsAnswer(JsonFile.record(files.models(), ModelFigures.class, this::note));
        } catch (FolderException corrupt) {
            throw UserError.failed(String.valueOf(corrupt.getMessage()), corrupt);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record ModelsAnswer(ModelFigures figures) implements Answer {
        @Override
        public void print(PrintWriter out) {
            figures.agents().forEach(agent -> print(out, agent));
        }

        private static void print(PrintWriter out, ModelFigures.AgentModels agent) {
            ModelFigures.Advice advice = agent.advice();
            out.printf(
                    Locale.ROOT,
                    "%s, models %s: %,.0f trades proposed, %,.0f declined, %,.0f cut; %,.0f learned from, %,.0f not%n%n",
                    agent.id(),
                    agent.use(),
                    advice.proposed(),
                    advice.declined(),
                    advice.cut(),
                    advice.settled(),
                    advice.discarded());
            TextTable scores =
                    TextTable.of("model", "group", "unseen", "error", "naive", "skill", "covered", "by", "unit");
            agent.models().forEach(model -> add(scores, model));
            scores.print(out);
            out.println();
            agent.models().forEach(model -> weights(out, model));
            agent.volatility().forEach(move -> print(out, move));
            agent.fees()
                    .forEach(fee -> out.printf(
                            Locale.ROOT,
                            "base fee %s: %.4g gwei, expected %.4g in five blocks%n",
                            fee.chain(),
                            fee.present() / 1e9,
                            fee.expected() / 1e9));
            agent.tokens()
                    .forEach(token -> out.printf(
                            Locale.ROOT,
                            "token %s: best opportunity expected to earn %.3f bp%n",
                            token.token(),
                            token.edgeBps()));
        }

        private static void add(TextTable table, ModelFigures.Model model) {
            if (model.scores().isEmpty()) {
                table.row(model.name(), "", (long) model.examples(), "", "", "", "", "naive", "too few examples");
            }
            for (ModelFigures.Score score : model.scores()) {
                table.row(
                        model.name(),
                        score.group(),
                        (long) score.examples(),
                        figure("%.4f", score.absoluteError()),
                        figure("%.4f", score.naiveError()),
                        figure("%.3f", score.skill()),
                        figure("%.3f", score.covered()),
                        score.voice(),
                        model.unit());
            }
        }

        private static void weights(PrintWriter out, ModelFigures.Model model) {
            for (ModelFigures.Score score : model.scores()) {
                out.println("weights of " + model.name() + ", " + score.group() + ": "
                        + score.weights().entrySet().stream()
                                .map(each -> each.getKey() + figure(" %+.3f", each.getValue()))
                                .collect(Collectors.joining(", ")));
            }
        }

        private static void print(PrintWriter out, ModelFigures.Move move) {
            String lookbacks = move.perDay().entrySet().stream()
                    .map(each -> figure("%.2f %%", 100 * each.getValue()) + " over " + each.getKey())
                    .collect(Collectors.joining(", "));
            out.printf(
                    Locale.ROOT,
                    "volatility of %s, a day: %s; %s, %s, %.2f %% expected%s%n",
                    move.token(),
                    lookbacks.isEmpty() ? "unknown" : lookbacks,
                    move.level(),
                    move.trend(),
                    100 * move.expected(),
                    calm(move.calmHours()));
        }

        private static String calm(List<String> hours) {
            return hours.isEmpty() ? "" : "; calm hours " + String.join(", ", hours);
        }

        private static String figure(String format, double value) {
            return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
        }

        @Override
        public Map<String, ?> json() {
            return RecordFields.of(figures);
        }
    }
}
