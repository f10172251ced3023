package catallaxy.environment.market.contract;

import catallaxy.environment.base.number.UInt256;

/** What a scenario says of one venue. A wrong value is noted, and told to the user, with its line; a placeholder stands for it. */
public interface VenueSettings {
    /** Name of the venue. */
    String name();

    /** Index of the chain. */
    int chain();

    /** Index of the base asset. */
    int base();

    /** Index of the quote asset, another than the base. */
    int quote();

    /** Base units of an asset under a key of {@link VenueKey.Type#QUANTITY}, more than {@code above} of them. */
    UInt256 units(VenueKey key, int asset, long above);

    /** The number under a key, within what the key says. */
    double number(VenueKey key);

    /** The flag under a key. */
    boolean flag(VenueKey key);
}
