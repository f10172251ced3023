package catallaxy.scenarios.run;

import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.scenarios.ShellWord;
import java.io.Serial;
import java.util.Locale;

/** Where a run was when a part of it threw, for whoever tells of that: it is among the {@link Throwable#getSuppressed suppressed} of what was thrown. */
public final class FailedRunException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    FailedRunException(RunRequest request, RunFiles files, MarketEngine market) {
        super(String.format(
                Locale.ROOT,
                "in %s, seed %d, at %s, after %,d events of the trace%nkept: catallaxy report %s shows what came before",
                request.scenario().market().name(),
                request.seed(),
                RunInterruptedException.clock(market.timeNanos()),
                market.log().digest().events(),
                ShellWord.of(files.folder().toString())));
    }
}
