package catallaxy.environment.api;

/**
 * What a feature or an action component measures, whatever it is measured of. Those that the roles of the market use are listed here; a
 * role of one's own may have others, and two of the same name are the same.
 *
 * @param name lower-case words joined by underscores
 */
public record Quantity(String name) {
    public static final Quantity TIME_REMAINING = new Quantity("time_remaining");
    public static final Quantity EQUITY = new Quantity("equity");
    /** Share of its full size at which a seat may act. */
    public static final Quantity RISK_SCALE = new Quantity("risk_scale");
    /** Price that a venue shows. */
    public static final Quantity PRICE = new Quantity("price");
    /** Price at which can be sold. */
    public static final Quantity BID = new Quantity("bid");
    /** Price at which can be bought. */
    public static final Quantity ASK = new Quantity("ask");

    public static final Quantity BID_SIZE = new Quantity("bid_size");
    public static final Quantity ASK_SIZE = new Quantity("ask_size");
    /** What a venue keeps of a trade, as a fraction. */
    public static final Quantity FEE = new Quantity("fee");
    /** Base asset in a pool. */
    public static final Quantity RESERVE_BASE = new Quantity("reserve_base");
    /** Quote asset in a pool. */
    public static final Quantity RESERVE_QUOTE = new Quantity("reserve_quote");
    /** What a transaction costs. */
    public static final Quantity GAS_COST = new Quantity("gas_cost");
    /** Base asset that can be spent at a venue. */
    public static final Quantity BASE_AVAILABLE = new Quantity("base_available");
    /** Quote asset that can be spent at a venue. */
    public static final Quantity QUOTE_AVAILABLE = new Quantity("quote_available");
    /** Whether an earlier trade is on its way. */
    public static final Quantity PENDING = new Quantity("pending");
    /** What was traded since the epoch before. */
    public static final Quantity VOLUME = new Quantity("volume");
    /** How much of an asset is owned. */
    public static final Quantity HOLDING = new Quantity("holding");
    /** Share of the equity in an asset. */
    public static final Quantity WEIGHT = new Quantity("weight");
    /** Share of the equity in the quote asset. */
    public static final Quantity CASH_WEIGHT = new Quantity("cash_weight");

    public static final Quantity VOLATILITY = new Quantity("volatility");
    /** Share of its full size at which an agent may act. */
    public static final Quantity SCALE = new Quantity("scale");
    /** Loss since the highest equity, as a fraction of it. */
    public static final Quantity DRAWDOWN = new Quantity("drawdown");
    /** What is to be bought or, negative, sold. */
    public static final Quantity TRADE = new Quantity("trade");

    /** The trade of a route or a cycle that earns most before gas: what is spent, negative the other way round. */
    public static final Quantity BEST_TRADE = new Quantity("best_trade");
    /** What it earns before gas. */
    public static final Quantity BEST_PROFIT = new Quantity("best_profit");

    /** Part of the best input of a cycle that is put in, negative the other way round. */
    public static final Quantity ROUND = new Quantity("round");

    /** What a flash loan costs, as a fraction of it. */
    public static final Quantity LOAN_FEE = new Quantity("loan_fee");
    /** The most that a flash loan gives. */
    public static final Quantity LOAN_MOST = new Quantity("loan_most");
    /** What a flash loan adds to the gas of a trade. */
    public static final Quantity LOAN_GAS = new Quantity("loan_gas");

    /** Distance of a bid below the mid-price. */
    public static final Quantity BID_OFFSET = new Quantity("bid_offset_bps");
    /** Distance of an ask above the mid-price. */
    public static final Quantity ASK_OFFSET = new Quantity("ask_offset_bps");

    /** Share of the equity that is deposited in a pool. */
    public static final Quantity PROVIDED = new Quantity("provided");
    /** Share of the way back to the first exposure to an asset. */
    public static final Quantity HEDGE = new Quantity("hedge");
    /** What is owned of an asset, in pools too, beyond what was owned at first. */
    public static final Quantity EXPOSURE = new Quantity("exposure");
    /** By how much a venue's price is above that of the asset's first venue, as a fraction. */
    public static final Quantity GAP = new Quantity("gap");
    /** Worth of all that a pool holds. */
    public static final Quantity DEPTH = new Quantity("depth");
    /** What swaps add to a share of a pool, per unit of its worth and of time. */
    public static final Quantity FEE_YIELD = new Quantity("fee_yield");
    /** Expected loss versus rebalancing of a share of a pool, per unit of its worth and of time. */
    public static final Quantity LOSS_RATE = new Quantity("loss_rate");
    /** Worth of what is deposited in a pool. */
    public static final Quantity POSITION = new Quantity("position");
    /** Part of a pool's shares that is owned. */
    public static final Quantity POOL_SHARE = new Quantity("pool_share");
    /** What fees have added to what was deposited. */
    public static final Quantity FEES_EARNED = new Quantity("fees_earned");
    /** Gain of what was deposited over having held it. */
    public static final Quantity OVER_HOLDING = new Quantity("over_holding");
    /** Gain of what was deposited over a portfolio outside the pool that holds at each moment what the pool holds. */
    public static final Quantity OVER_REBALANCING = new Quantity("over_rebalancing");
    /** What the gas of a deposit and its withdrawal costs. */
    public static final Quantity DEPOSIT_GAS = new Quantity("deposit_gas");

    /** Part of an asset that is lent. */
    public static final Quantity UTILISATION = new Quantity("utilisation");
    /** What suppliers of an asset earn a year. */
    public static final Quantity SUPPLY_RATE = new Quantity("supply_rate");
    /** What borrowers of an asset pay a year. */
    public static final Quantity BORROW_RATE = new Quantity("borrow_rate");
    /** Share of what is held of an asset that is lent. */
    public static final Quantity SUPPLIED = new Quantity("supplied");
    /** What is owed, as a share of what may be. */
    public static final Quantity BORROWED = new Quantity("borrowed");
    /** Part of a collateral's worth that can be borrowed against it. */
    public static final Quantity LOAN_TO_VALUE = new Quantity("loan_to_value");
    /** Part of a collateral's worth that debts may reach before they can be liquidated. */
    public static final Quantity THRESHOLD = new Quantity("threshold");
    /** Collateral at its threshold over debt, below 1 of whoever can be liquidated. */
    public static final Quantity HEALTH = new Quantity("health");

    public Quantity {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a quantity without a name");
        }
    }

    /** This quantity of a subject. */
    public Meaning of(Subject subject) {
        return new Meaning(this, subject);
    }

    /** This quantity of the seat as a whole. */
    public Meaning ofSeat() {
        return of(Subject.seat());
    }
}
