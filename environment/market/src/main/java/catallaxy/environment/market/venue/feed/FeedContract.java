package catallaxy.environment.market.venue.feed;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A feed on its chain: takes reports of those whom the scenario names, and answers with their median. Owns nothing. */
final class FeedContract implements Contract {
    static final long GAS = 90_000;

    private static final long NANOS = 1_000_000_000L;
    private static final UInt256 MOST = UInt256.powerOfTwo(128);

    private final FeedSpec spec;
    private final int venue;
    private List<FeedRound> rounds;

    FeedContract(FeedSpec spec, int venue, List<FeedRound> rounds) {
        this.spec = spec;
        this.venue = venue;
        this.rounds = rounds;
    }

    static FeedContract open(FeedSpec spec, int venue) {
        List<FeedRound> rounds = spec.assets().stream()
                .map(_ -> FeedRound.open(spec.reporters().size()))
                .toList();
        return new FeedContract(spec, venue, rounds);
    }

    FeedRound round(int asset) {
        int place = spec.assets().indexOf(asset);
        if (place < 0) {
            throw new IllegalArgumentException(spec.id() + " has no prices of asset " + asset);
        }
        return rounds.get(place);
    }

    /** Which reporter an account is, by the name of its participant; −1 for none. */
    int reporter(Ledger ledger, int account) {
        String name = ledger.accountName(account);
        int at = name.lastIndexOf('@');
        return at < 0 ? -1 : spec.reporters().indexOf(name.substring(0, at));
    }

    @Override
    public int account() {
        return Kind.NO_ACCOUNT;
    }

    @Override
    public Result call(Frame frame, Call call) {
        return call instanceof ReportPrice report
                ? GasPart.charge(frame, GAS, () -> report(frame, report))
                : Result.reverted("Feed: UNKNOWN_CALL " + call.name());
    }

    private Result report(Frame frame, ReportPrice report) {
        int reporter = reporter(frame.ledger(), frame.caller());
        int place = spec.assets().indexOf(report.asset());
        if (reporter < 0) {
            return Result.reverted("Feed: NO_REPORTER");
        } else if (place < 0) {
            return Result.reverted("Feed: UNKNOWN_ASSET");
        } else if (report.priceE8().isZero() || report.priceE8().isAtLeast(MOST)) {
            return Result.reverted("Feed: NO_PRICE");
        }
        List<FeedRound> before = rounds;
        frame.onRevert(() -> rounds = before);
        List<FeedRound> next = new ArrayList<>(before);
        FeedRound round = before.get(place).with(reporter, report.priceE8(), frame.timeNanos() / NANOS, spec);
        next.set(place, round);
        rounds = List.copyOf(next);
        frame.emit(told(frame, report, round));
        return Result.of(round.answer().priceE8());
    }

    private MarketEvent told(Frame frame, ReportPrice report, FeedRound round) {
        return new MarketEvent.VenueChanged(
                frame.timeNanos(),
                venue,
                frame.participant(),
                "reported",
                List.of(
                        MarketEvent.Detail.number("asset", report.asset()),
                        new MarketEvent.Detail("priceE8", MarketEvent.Detail.A_NUMBER, report.priceE8()),
                        new MarketEvent.Detail(
                                "answerE8",
                                MarketEvent.Detail.A_NUMBER,
                                round.answer().priceE8())));
    }

    @Override
    public FeedContract copy() {
        return new FeedContract(spec, venue, rounds);
    }

    @Override
    public void restore(Contract earlier) {
        rounds = ((FeedContract) earlier).rounds;
    }

    @Override
    public void save(StateWriter out) {
        rounds.forEach(each -> each.save(out));
    }

    static FeedContract load(FeedSpec spec, int venue, StateReader in) {
        FeedRound[] rounds = new FeedRound[spec.assets().size()];
        Arrays.setAll(rounds, _ -> FeedRound.load(in, spec.reporters().size()));
        return new FeedContract(spec, venue, List.of(rounds));
    }
}
