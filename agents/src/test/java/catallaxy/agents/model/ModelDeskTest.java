package catallaxy.agents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Advice before and after there was something to learn from; what is kept, copied and reported. */
final class ModelDeskTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ModelPlan ON = new ModelPlan(ModelUse.ON, new ModelSettings(20, 400, 20, 0.8));
    private static final double DEPTH = 1e6;

    private static TradeProposal proposal(long timeNanos, double promised, double spent) {
        return new TradeProposal(
                "a ~ b",
                "ETH",
                timeNanos,
                promised,
                spent,
                2,
                new TradeProposal.Leg("a ETH-USDC", "mainnet", 2000, DEPTH),
                new TradeProposal.Leg("b ETH-USDC", "", 2020, DEPTH));
    }

    /** Trades of which {@code kept} of the promise is kept, with impacts of so many basis points for all the depth. */
    private static ModelDesk traded(ModelPlan plan, double kept, double impactOfDepthBps) {
        ModelDesk desk = new ModelDesk(plan);
        RandomStream random = RandomStream.of(1, "desk");
        for (int i = 0; i < 200; i++) {
            double spent = 1_000 + 9_000 * random.nextDouble();
            double promised = spent * 0.004 * random.nextDouble();
            TradeProposal proposal = proposal(i * SECOND, promised, spent);
            desk.settled(proposal, spent, kept * promised);
            double impact = impactOfDepthBps * spent / DEPTH / 10_000;
            desk.filled(proposal.buy(), "ETH", true, spent, 2000 * (1 + impact));
            desk.filled(proposal.sell(), "ETH", false, spent, 2020 * (1 - impact));
        }
        return desk;
    }

    @Test
    void aDeskThatKnowsNothingChangesNothing() {
        TradeAdvice advice = new ModelDesk(ON).advise(proposal(0, 10, 5_000), 1, 0);
        assertThat(advice.go()).isTrue();
        assertThat(advice.sizeQuote()).isEqualTo(5_000);
        assertThat(advice.expectedQuote()).isEqualTo(8);
        assertThat(advice.confidence()).isNaN();
        assertThat(new ModelDesk(ON).advise(proposal(0, 2.5, 5_000), 1, 0).go()).isFalse();
        assertThat(new ModelDesk(ON).advise(proposal(0, 10, 5_000), 1, 100).go())
                .isFalse();
    }

    @Test
    void brokenPromisesAreNotBelieved() {
        TradeAdvice broken = traded(ON, 0.2, 1).advise(proposal(1_000 * SECOND, 10, 5_000), 1, 0);
        assertThat(broken.go()).isFalse();
        assertThat(broken.expectedQuote()).isCloseTo(0.2 * 10 - 2, within(0.3));
        assertThat(broken.confidence()).isBetween(0.0, 0.6);
        TradeAdvice kept = traded(ON, 1, 1).advise(proposal(1_000 * SECOND, 10, 5_000), 1, 0);
        assertThat(kept.go()).isTrue();
        assertThat(kept.expectedQuote()).isCloseTo(8, within(1e-6));
    }

    @Test
    void sizeIsCutToWhatTheGapPaysFor() {
        TradeProposal large = proposal(1_000 * SECOND, 20, 8_000);
        assertThat(traded(ON, 1, 1_000).advise(large, 1, 0).sizeQuote()).isEqualTo(8_000);
        TradeAdvice advice = traded(ON, 1, 10_000).advise(large, 1, 0);
        assertThat(advice.sizeQuote()).isCloseTo(5_000, within(150.0));
        assertThat(advice.impactBps()).isCloseTo(large.gapBps(), within(1.0));
    }

    @Test
    void wherePricesMoveMuchLessIsTradedAndMoreSeldom() {
        ModelDesk desk = traded(ON, 1, 1);
        RandomStream random = RandomStream.of(2, "prices");
        double price = 2000;
        for (int minute = 0; minute < 120; minute++) {
            desk.price("ETH", minute * 60L * SECOND, price);
            price *= Math.exp(0.15 / Math.sqrt(1440) * random.nextGaussian());
        }
        long now = 120 * 60L * SECOND;
        TradeProposal first = proposal(now, 40, 8_000);
        assertThat(desk.advise(first, 1, 0).sizeQuote()).isCloseTo(4_000, within(1.0));
        desk.traded(first);
        assertThat(desk.advise(proposal(now + 59 * SECOND, 40, 8_000), 1, 0).go())
                .isFalse();
        assertThat(desk.advise(proposal(now + 60 * SECOND, 40, 8_000), 1, 0).go())
                .isTrue();
    }

    @Test
    void theReportSaysWhatWasLearned() {
        ModelDesk desk = traded(ON, 0.5, 100);
        for (int block = 0; block < 200; block++) {
            desk.baseFee("mainnet", block, 1e9 * (1 + 0.1 * Math.sin(block)));
            desk.edge("ETH", block * 60L * SECOND, 3);
            desk.edge("BTC", block * 60L * SECOND, 1);
        }
        desk.discarded();
        DeskReport report = desk.report();
        assertThat(report.models())
                .extracting(DeskReport.ModelReport::name)
                .containsExactly("price-impact", "execution-shortfall", "gas-price", "volatility", "token-choice");
        assertThat(report.models().getFirst().groups())
                .extracting(group -> group.score().group())
                .containsExactly(ModelScore.ALL, "a ETH-USDC", "b ETH-USDC");
        assertThat(report.advice()).isEqualTo(new DeskReport.AdviceCount(0, 0, 0, 200, 1));
        assertThat(report.tokens().getFirst().token()).isEqualTo("ETH");
        assertThat(report.fees().getFirst().present()).isBetween(0.8e9, 1.2e9);
        assertThat(report.models().get(2).examples()).isEqualTo(200 - GasPrice.LONG - FeeWatch.AHEAD);
    }

    @Test
    void aCopyLearnsAlone() {
        ModelDesk desk = traded(ON, 1, 1);
        ModelDesk copy = desk.copy();
        for (int i = 0; i < 100; i++) {
            copy.settled(proposal(i * SECOND, 10, 5_000), 5_000, 0);
        }
        TradeProposal next = proposal(1_000 * SECOND, 10, 5_000);
        assertThat(desk.copy().advise(next, 1, 0)).isEqualTo(desk.advise(next, 1, 0));
        assertThat(copy.advise(next, 1, 0).go()).isFalse();
        assertThat(desk.advise(next, 1, 0).go()).isTrue();
    }
}
