package catallaxy.environment.market.account;

import catallaxy.environment.market.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;

/**
 * Participants and their ledger accounts: one free account at each place, one for what open orders hold, one for
 * what is on its way between a chain and an exchange, and one for its margin at each clearing house.
 *
 * <p>Filled while the market is set up and immutable in use, so that forks share it. Accounts of one participant have
 * consecutive numbers.
 */
public final class Accounts {
    private final int places;
    private final List<String> placeIds;
    private final List<String> houses;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> firstAccounts = new ArrayList<>();

    /**
     * Accounts of nobody yet.
     *
     * @param placeIds names of the places, in their order; an account is called {@code PARTICIPANT@PLACE}
     */
    public Accounts(List<String> placeIds) {
        this(placeIds, List.of());
    }

    /**
     * The same, with an account of each participant at each clearing house.
     *
     * @param houses their names, in their order; an account there is called {@code PARTICIPANT@HOUSE}
     */
    public Accounts(List<String> placeIds, List<String> houses) {
        this.houses = List.copyOf(houses);
        this.placeIds = List.copyOf(placeIds);
        this.places = placeIds.size();
    }

    /** Opens the accounts of a new participant. */
    public int open(Ledger ledger, String name) {
        int first = -1;
        for (String place : placeIds) {
            int account = ledger.openAccount(name + "@" + place);
            first = first < 0 ? account : first;
        }
        ledger.openAccount(name + "@orders");
        ledger.openAccount(name + "@transit");
        houses.forEach(house -> ledger.openAccount(name + "@" + house));
        names.add(name);
        firstAccounts.add(first);
        return names.size() - 1;
    }

    /** How many participants have been opened; they are numbered from 0. */
    public int participants() {
        return names.size();
    }

    /** The name under which a participant was opened; a number out of range throws. */
    public String name(int participant) {
        return names.get(participant);
    }

    /** Account for free use at a place. */
    public int free(int participant, int place) {
        return firstAccounts.get(participant) + place;
    }

    /** Account for what the participant's open orders hold. */
    public int held(int participant) {
        return firstAccounts.get(participant) + places;
    }

    /** Account for deposits and withdrawals under way. */
    public int transit(int participant) {
        return firstAccounts.get(participant) + places + 1;
    }

    /** Account of a participant's margin at a clearing house. */
    public int margin(int participant, int house) {
        return firstAccounts.get(participant) + places + 2 + house;
    }

    /** Number of consecutive accounts, starting with {@code free(participant, 0)}. */
    public int accountsEach() {
        return places + 2 + houses.size();
    }
}
