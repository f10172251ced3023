package catallaxy.environment.market.contract;

import catallaxy.environment.base.number.UInt256;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a scenario says of one venue. A wrong value is noted, and told to the user, with its line; a placeholder stands for it. */
public interface VenueSettings {
    /** Name of the venue. */
    String name();

    /** Index of the chain. */
    int chain();

    /** Index of the base asset: the first. */
    default int base() {
        return assets().getFirst();
    }

    /** Index of the quote asset: the last. */
    default int quote() {
        return assets().getLast();
    }

    /** Indices of the assets in the entry's order, each another: base and quote where it names these. */
    List<Integer> assets();

    /** The name of a venue that this entry makes. */
    String venue(int index);

    /** Base units of an asset under a key of {@link VenueKey.Type#QUANTITY}, more than {@code above} of them. */
    UInt256 units(VenueKey key, int asset, long above);

    /** Base units of each of the {@link #assets} under a key of {@link VenueKey.Type#QUANTITIES}, more than {@code above} of them. */
    List<UInt256> unitsOfEach(VenueKey key, long above);

    /** Numbers for each of the {@link #assets} under a key of {@link VenueKey.Type#NUMBERS}, within what the key says. */
    List<Double> numbersOfEach(VenueKey key);

    /** Numbers under a key of {@link VenueKey.Type#LIST}, at least one, each within what the key says. */
    List<Double> numbers(VenueKey key);

    /** So many whole units of an asset in base units, rounded to the nearest. */
    UInt256 units(int asset, double whole);

    /** The word under a key of {@link VenueKey.Type#WORD}, one of the key's. */
    String word(VenueKey key);

    /** The number under a key, within what the key says. */
    double number(VenueKey key);

    /** Indices of the venues that a key of {@link VenueKey.Type#VENUES} names. */
    List<Integer> venues(VenueKey key);

    /** The names under a key of {@link VenueKey.Type#NAMES}. */
    List<String> names(VenueKey key);

    /** The flag under a key. */
    boolean flag(VenueKey key);

    /** The lines of the file under a key of {@link VenueKey.Type#FILE}; none where no file is named. */
    List<String> lines(VenueKey key);

    /** Name of the agent under a key of {@link VenueKey.Type#AGENT}. */
    String agent(VenueKey key);

    /**
     * The part under a key of {@link VenueKey.Type#PART}; empty where the scenario says nothing there, or has a mistake.
     *
     * @param reading makes the part of its kind's name and what its section says; names, chain and assets are the venue's
     */
    <T> Optional<T> part(VenueKey key, BiFunction<String, VenueSettings, T> reading);
}
