package catallaxy.agents.policy;

/**
 * What spending {@code spent} on a route earns, all in quote units.
 *
 * @param promised after fees, before gas
 * @param gas      of all legs
 */
record RouteOffer(double spent, double promised, double gas) {
    static final RouteOffer NONE = new RouteOffer(0, 0, 0);

    double profit() {
        return promised - gas;
    }
}
