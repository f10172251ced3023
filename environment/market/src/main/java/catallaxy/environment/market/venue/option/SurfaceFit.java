package catallaxy.environment.market.venue.option;

import java.util.ArrayList;
import java.util.List;

/**
 * The surface without arbitrage that is nearest to quotes, by the weighted squares of the differences of volatilities. The smile's ρ, η
 * and γ go through the whole region that Gatheral and Jacquier 2014, theorems 4.1 and 4.2, allow for a power law (ρ in (−1, 1),
 * {@code η (1 + |ρ|) ≤ 2}, γ in (0, ½]), by {@link NelderMead} from several starts. For each smile the variances at the money that do
 * not fall with time are found by pooling neighbours that would (Ayer and others 1955, https://doi.org/10.1214/aoms/1177728423), and
 * each by a golden section. Without state.
 */
public final class SurfaceFit {
    private static final double[][] STARTS = {{-0.4, 0, 0}, {0.4, 0, 0}, {-0.8, 1.5, 1.5}};
    private static final int ITERATIONS = 150;
    private static final int SECTIONS = 36;
    private static final double GOLDEN = 0.6180339887498949;
    private static final double MOST_SKEW = 0.995;
    private static final double LEAST = 1e-3;
    /** How far from quoted variances that at the money may lie, as a factor. */
    private static final double WIDE = 4;

    private final List<List<SurfaceQuote>> expiries;

    private SurfaceFit(List<List<SurfaceQuote>> expiries) {
        this.expiries = expiries;
    }

    /** Quotes with one variance at the money. */
    private record Block(List<SurfaceQuote> quotes, int expiries, double variance, double loss) {}

    /**
     * Fits a surface.
     *
     * @param level  at which it gives the quoted volatilities
     * @param quotes at least one
     */
    public static QuotedSurface of(double level, List<SurfaceQuote> quotes) {
        if (quotes.isEmpty()) {
            throw new IllegalArgumentException("quotes: expected at least one");
        }
        SurfaceFit fit = new SurfaceFit(byExpiry(quotes));
        double[] best = STARTS[0];
        double least = Double.POSITIVE_INFINITY;
        for (double[] start : STARTS) {
            double[] found = NelderMead.minimum(fit::loss, start, 0.7, ITERATIONS);
            if (fit.loss(found) < least) {
                least = fit.loss(found);
                best = found;
            }
        }
        return fit.surface(best, level);
    }

    /** The same from where another fit ended, with fewer steps. */
    static QuotedSurface near(QuotedSurface start, double level, List<SurfaceQuote> quotes) {
        SurfaceFit fit = new SurfaceFit(byExpiry(quotes));
        return fit.surface(NelderMead.minimum(fit::loss, inverse(start.smile()), 0.2, ITERATIONS / 3), level);
    }

    /** The weighted mean of squared differences of volatilities. */
    public static double loss(QuotedSurface surface, double level, List<SurfaceQuote> quotes) {
        double sum = 0;
        double weights = 0;
        for (SurfaceQuote quote : quotes) {
            double variance = surface.totalVariance(quote.logMoneyness(), quote.years(), level);
            double off = StrictMath.sqrt(variance / quote.years()) - quote.volatility();
            sum += quote.weight() * off * off;
            weights += quote.weight();
        }
        return sum / weights;
    }

    private static List<List<SurfaceQuote>> byExpiry(List<SurfaceQuote> quotes) {
        return quotes.stream()
                .map(SurfaceQuote::years)
                .distinct()
                .sorted()
                .map(years ->
                        quotes.stream().filter(quote -> quote.years() == years).toList())
                .toList();
    }

    private static VolatilitySurface smile(double[] at) {
        double skew = MOST_SKEW * StrictMath.tanh(at[0]);
        return VolatilitySurface.of(
                skew, LEAST + (1 - 2 * LEAST) * logistic(at[1]), LEAST + (0.5 - LEAST) * logistic(at[2]));
    }

    private static double[] inverse(VolatilitySurface smile) {
        double skew = StrictMath.max(-1 + LEAST, StrictMath.min(1 - LEAST, smile.skew() / MOST_SKEW));
        return new double[] {
            StrictMath.log((1 + skew) / (1 - skew)) / 2,
            logit((smile.curvature() * (1 + StrictMath.abs(smile.skew())) / 2 - LEAST) / (1 - 2 * LEAST)),
            logit((smile.decay() - LEAST) / (0.5 - LEAST))
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double logit(double part) {
        double inside = StrictMath.max(LEAST, StrictMath.min(1 - LEAST, part));
        return StrictMath.log(inside / (1 - inside));
    }

    private double loss(double[] at) {
        return blocks(smile(at)).stream().mapToDouble(Block::loss).sum();
    }

    private QuotedSurface surface(double[] at, double level) {
        VolatilitySurface smile = smile(at);
        List<Double> years = new ArrayList<>();
        List<Double> variances = new ArrayList<>();
        for (Block block : blocks(smile)) {
            for (int i = 0; i < block.expiries(); i++) {
                years.add(expiries.get(years.size()).getFirst().years());
                variances.add(block.variance() / (level * level));
            }
        }
        return new QuotedSurface(new VarianceCurve(years, variances), smile);
    }

    /** Expiries in their order, those pooled whose variances would fall. */
    private List<Block> blocks(VolatilitySurface smile) {
        List<Block> blocks = new ArrayList<>();
        for (List<SurfaceQuote> expiry : expiries) {
            Block next = block(smile, expiry, 1);
            while (!blocks.isEmpty() && blocks.getLast().variance() > next.variance()) {
                Block before = blocks.removeLast();
                List<SurfaceQuote> both = new ArrayList<>(before.quotes());
                both.addAll(next.quotes());
                next = block(smile, both, before.expiries() + next.expiries());
            }
            blocks.add(next);
        }
        return blocks;
    }

    /** The variance at the money at which quotes are nearest. */
    private static Block block(VolatilitySurface smile, List<SurfaceQuote> quotes, int expiries) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (SurfaceQuote quote : quotes) {
            double variance = quote.volatility() * quote.volatility() * quote.years();
            low = StrictMath.min(low, variance / WIDE);
            high = StrictMath.max(high, variance * WIDE);
        }
        double a = StrictMath.log(low);
        double b = StrictMath.log(high);
        double left = b - GOLDEN * (b - a);
        double right = a + GOLDEN * (b - a);
        double atLeft = loss(smile, quotes, left);
        double atRight = loss(smile, quotes, right);
        for (int i = 0; i < SECTIONS; i++) {
            if (atLeft < atRight) {
                b = right;
                right = left;
                atRight = atLeft;
                left = b - GOLDEN * (b - a);
                atLeft = loss(smile, quotes, left);
            } else {
                a = left;
                left = right;
                atLeft = atRight;
                right = a + GOLDEN * (b - a);
                atRight = loss(smile, quotes, right);
            }
        }
        double middle = (a + b) / 2;
        return new Block(quotes, expiries, StrictMath.exp(middle), loss(smile, quotes, middle));
    }

    private static double loss(VolatilitySurface smile, List<SurfaceQuote> quotes, double logVariance) {
        VolatilitySurface.Smile at = smile.at(StrictMath.exp(logVariance));
        double loss = 0;
        for (SurfaceQuote quote : quotes) {
            double off = StrictMath.sqrt(at.totalVariance(quote.logMoneyness()) / quote.years()) - quote.volatility();
            loss += quote.weight() * off * off;
        }
        return loss;
    }
}
