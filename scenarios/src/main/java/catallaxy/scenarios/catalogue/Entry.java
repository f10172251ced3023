package catallaxy.scenarios.catalogue;

/**
 * Something that a user can name.
 *
 * @param kind one of {@link Catalogue#kinds()}
 * @param name what the user types
 * @param summary one line
 * @param detail what it does, its formula and its settings, in lines ready to be shown
 */
public record Entry(String kind, String name, String summary, String detail) {}
