package catallaxy.environment.market.population;

/** What is wrong with a reporter. */
public enum ReporterFault {
    /** Nothing: it reports what it sees. */
    HONEST,
    /** It reports nothing. */
    SILENT,
    /** It goes on reporting its last price. */
    STUCK,
    /** It reports another price than it sees. */
    BRIBED
}
