package catallaxy.environment.market.contract;

import catallaxy.environment.base.registry.Named;
import java.util.List;

/**
 * A kind of part that a venue may have, as a hook of a pool: a section of the venue's entry names it as its {@code kind}, and has its keys
 * beside.
 */
public interface VenuePart extends Named {
    /** One sentence, without its full stop. */
    String summary();

    /** What it does, its formula and its source, in lines ready to be shown. */
    String detail();

    /** The keys of the section beside {@code kind}. */
    List<VenueKey> keys();
}
