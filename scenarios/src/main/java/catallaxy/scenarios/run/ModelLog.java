package catallaxy.scenarios.run;

import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.model.DeskReport;
import catallaxy.agents.model.HourWindow;
import catallaxy.agents.model.ModelScore;
import catallaxy.agents.policy.Modelled;
import catallaxy.scenarios.folder.ModelFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the agents of a run that have auxiliary models, to ask them at its end what they have learned. */
final class ModelLog {
    private final Map<String, Modelled> modelled = new ConcurrentHashMap<>();

    /** The same plans, whose agents are remembered; of one that is made anew the latest. */
    List<AgentPlan> remembering(List<AgentPlan> plans) {
        return plans.stream()
                .map(plan -> new AgentPlan(plan.agent(), () -> remembered(plan)))
                .toList();
    }

    private Agent remembered(AgentPlan plan) {
        Agent made = plan.fresh().get();
        if (made instanceof Modelled withModels) {
            modelled.put(plan.agent(), withModels);
        }
        return made;
    }

    /** What was learned, by agents in the given order; none where nobody has models. */
    ModelFigures figures(List<String> agents) {
        List<ModelFigures.AgentModels> figures = new ArrayList<>();
        for (String agent : agents) {
            Modelled withModels = modelled.get(agent);
            if (withModels != null) {
                figures.add(figures(agent, withModels.report()));
            }
        }
        return new ModelFigures(figures);
    }

    private static ModelFigures.AgentModels figures(String agent, DeskReport report) {
        DeskReport.AdviceCount advice = report.advice();
        return new ModelFigures.AgentModels(
                agent,
                word(report.use()),
                new ModelFigures.Advice(
                        advice.proposed(), advice.declined(), advice.cut(), advice.settled(), advice.discarded()),
                report.models().stream().map(ModelLog::model).toList(),
                report.volatility().stream().map(ModelLog::move).toList(),
                report.fees().stream()
                        .map(each -> new ModelFigures.Fee(each.chain(), each.present(), each.expected()))
                        .toList(),
                report.tokens().stream()
                        .map(each -> new ModelFigures.Token(
                                each.token(),
                                each.edgeBps().value(),
                                known(each.edgeBps().low()),
                                known(each.edgeBps().high())))
                        .toList());
    }

    private static ModelFigures.Model model(DeskReport.ModelReport model) {
        return new ModelFigures.Model(
                model.name(),
                model.unit(),
                model.examples(),
                model.groups().stream().map(ModelLog::score).toList());
    }

    private static ModelFigures.Score score(DeskReport.GroupReport group) {
        ModelScore score = group.score();
        return new ModelFigures.Score(
                score.group(),
                score.examples(),
                score.absoluteError(),
                score.naiveError(),
                score.skill(),
                score.covered(),
                score.group().equals(ModelScore.ALL) ? "" : word(group.voice()),
                group.weights());
    }

    private static ModelFigures.Move move(DeskReport.TokenVolatility move) {
        Map<String, Double> perDay = new LinkedHashMap<>();
        move.perDay().forEach((hours, volatility) -> perDay.put(hours + "h", volatility));
        return new ModelFigures.Move(
                move.token(),
                perDay,
                word(move.level()),
                word(move.trend()),
                move.expected(),
                move.favourable().stream().map(ModelLog::hours).toList());
    }

    private static String hours(HourWindow window) {
        return window.fromHour() + "-" + window.toHour();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double known(double number) {
        return Double.isFinite(number) ? number : Double.NaN;
    }
}
