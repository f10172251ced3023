package catallaxy.environment.market.role;

import catallaxy.environment.api.venue.Lending;

/**
 * How the borrowers of a lending market stand together. Health factors count as {@link #MOST} where they are more, and where the oracle
 * lacks a price, so that everything is finite.
 *
 * @param owed     worth of all debts at the market's oracle
 * @param weakest  least health factor of all
 * @param mean     mean health factor, each account's by what it owes
 * @param nearRisk part of the debts whose accounts are below {@link #NEAR}
 */
record BorrowerHealth(double owed, double weakest, double mean, double nearRisk) {
    static final double MOST = 10;
    /** A fall of a tenth is enough. */
    static final double NEAR = 1 / 0.9;

    /** Of all accounts that owe anything now. */
    static BorrowerHealth of(Lending market) {
        double owed = 0;
        double weakest = MOST;
        double weighted = 0;
        double near = 0;
        for (int account : market.borrowers()) {
            double debt = owed(market, account);
            double health = finite(market.health(account));
            owed += debt;
            weakest = StrictMath.min(weakest, health);
            weighted += debt * health;
            near += health < NEAR ? debt : 0;
        }
        return owed > 0
                ? new BorrowerHealth(owed, weakest, weighted / owed, near / owed)
                : new BorrowerHealth(0, weakest, MOST, 0);
    }

    /** Worth of what an account owes at the market's oracle. */
    static double owed(Lending market, int account) {
        double owed = 0;
        for (int asset : market.assets()) {
            owed += market.owed(account, asset) * market.price(asset);
        }
        return owed;
    }

    /** A health factor cut to what can be shown. */
    static double finite(double health) {
        return Double.isNaN(health) ? MOST : StrictMath.min(health, MOST);
    }
}
