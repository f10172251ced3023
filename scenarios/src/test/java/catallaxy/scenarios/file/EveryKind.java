package catallaxy.scenarios.file;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** A scenario that has one thing of every kind of the manual, as path → value in HOCON. */
final class EveryKind {
    private static final String TEXT = """
            duration = 1 h
            quote = USDC
            assets { BTC { decimals = 8 }, ETH { decimals = 18 }, GOLD { decimals = 2 }, USDC { decimals = 6 } }
            world.assets {
              BTC { kind = diffusion, initial-price = 60000 }
              ETH { kind = diffusion, initial-price = 3000 }
              GOLD { kind = replay, candles.file = "CANDLES" }
            }
            world.correlation.BTC-ETH = 0.5
            world.initial-regime = calm
            world.regimes { calm { rates-per-day.wild = 2 }, wild { rates-per-day.calm = 3 } }
            world.shocks.news { at = 10 m, asset = ETH, change = -0.1 }
            chains { one { kind = l1, building { bundles = true, builders = 16 }, blobs { custom-target = 1, custom-maximum = 3 } }, two { kind = rollup, building { bundles = true, builders = 16 }, blobs { custom-target = 1, custom-maximum = 3 } } }
            exchanges.spot.latency = 10 ms
            exchanges.recorder { latency = 0 s, self-trade-prevention = none }
            bridges.bridge { home = one, remote = two, assets = [ETH, USDC], committee { stakes = [100, 100, 100], votes = [1, 1, 2], quorum = 3 } }
            venues {
              book { kind = book, exchange = spot, base = ETH, quote = USDC }
              tape { kind = book, exchange = recorder, base = ETH, quote = USDC, tick = 0.01, lot = 0.0001 }
              perp { kind = perpetual, exchange = spot, base = ETH, quote = USDC, initial-margin-bps = 10000 }
              dated { kind = future, exchange = spot, base = ETH, quote = USDC, initial-margin-bps = 10000 }
              pool { kind = uniswap-v2, chain = one, base = ETH, quote = USDC, reserve-base = worth 1000000, reserve-quote = 1000000 }
              pool-two { kind = uniswap-v2, chain = two, base = ETH, quote = USDC, reserve-base = 400, reserve-quote = 1200000 }
              ranges { kind = uniswap-v3, chain = one, base = ETH, quote = USDC, reserve-base = worth 1000000, reserve-quote = 1000000 }
              like { kind = stable-swap, chain = one, assets = [ETH, USDC], balances = [1000, 1000] }
              weighted { kind = balancer-weighted, chain = one, assets = [BTC, ETH, USDC], balances = [10, 200, 600000], weights = [1, 1, 1] }
              stable { kind = balancer-stable, chain = two, assets = [ETH, USDC], balances = [1000, 1000] }
              feed { kind = price-feed, chain = two, assets = [ETH, USDC], reporters = [teller] }
              lending { kind = lending, chain = two, assets = [ETH, USDC], supply = [10, 30000], risk-stewards = [warden] }
              options { kind = options, chain = two, base = ETH, quote = USDC, strikes = [3000], vault-base = 10, vault-quote = 30000 }
              managed { kind = uniswap-v4, chain = two, base = ETH, quote = USDC, reserve-base = worth 1000000, reserve-quote = 1000000, hook { kind = controlled-fee, controller = own, low-pips = 0, high-pips = 1000000 } }
              steered { kind = uniswap-v4, chain = two, base = ETH, quote = USDC, reserve-base = worth 1000000, reserve-quote = 1000000, hook { kind = controlled-fee, controller = setter, low-pips = 0, high-pips = 1000000 } }
              calm { kind = uniswap-v4, chain = two, base = ETH, quote = USDC, reserve-base = worth 1000000, reserve-quote = 1000000, hook { kind = volatility-fee, multiple = 2, low-pips = 0, high-pips = 1000000 } }
              toxic { kind = uniswap-v4, chain = two, base = ETH, quote = USDC, reserve-base = worth 1000000, reserve-quote = 1000000, hook { kind = toxicity-fee, bucket-quote = 10000, low-pips = 0, high-pips = 1000000 } }
              leaning { kind = uniswap-v4, chain = two, base = ETH, quote = USDC, reserve-base = worth 1000000, reserve-quote = 1000000, hook { kind = inventory-fee, slope = 2, low-pips = 0, high-pips = 1000000 } }
              kiosk { kind = kiosk, chain = two, base = ETH, quote = USDC, price = 3000, stock-base = 10, stock-quote = 30000 }
            }
            population {
              noise { kind = noise, venues = [book, pool] }
              momentum { kind = momentum, venues = [book] }
              fundamental { kind = fundamental, venues = [book, pool] }
              ladder { kind = book-provider, venues = [book] }
              liquidity { kind = pool-provider, venues = [pool] }
              ranging { kind = range-provider, venues = [ranges, managed] }
              shoppers { kind = elastic, venues = [pool, calm] }
              flow { kind = recorded, venues = [tape], file = "FLOW" }
              debtors { kind = borrowers, venues = [lending] }
              seizers { kind = liquidators, venues = [lending] }
              movers { kind = bridge-users, venues = [pool], bridges = [bridge] }
              briber { kind = bridge-briber, venues = [pool], bridge = bridge }
              bearers { kind = bridge-holders, venues = [pool-two], bridge = bridge }
              hunters { kind = searchers, venues = [pool] }
              bulls { kind = leveraged, venues = [perp, dated] }
              carry { kind = basis, venues = [perp, dated, book] }
              teller { kind = reporter, venues = [feed] }
              attacker { kind = oracle-attacker, venues = [lending], pool = pool-two }
              steward { kind = risk-steward, venues = [lending] }
              optioned { kind = option-traders, venues = [options] }
              leviathans { kind = whales, venues = [book, pool] }
            }
            agents {
              maker { role = market-maker, venue = book, max-inventory = 10, quote-size = 1, policy.kind = avellaneda-stoikov, holdings.spot.ETH = 10 }
              steady { role = market-maker, venue = book, max-inventory = 10, quote-size = 1, policy.kind = gueant-lehalle-fernandez-tapia }
              fund { role = portfolio, pools = [pool, pool-two], lending = lending, policy { kind = merton-band, assets.ETH.mu = 0.1, correlations {} } }
              arb { role = arbitrage, routes = [pool~book], policy.kind = closed-form-arbitrage }
              thinker { role = arbitrage, routes = [pool~book], policy.kind = planner }
              risk { role = risk, supervises = [maker], policy { kind = value-at-risk-limits, further-limits.long.level = 0.95 } }
              ranger { role = range-manager, pool = ranges, policy.kind = range-width }
              executor { role = execution, routes = [pool-two~steered], policy.kind = execution-learner }
              setter { role = fee-setter, pool = steered, policy.kind = hold }
              warden { role = terms-setter, bank = lending, policy.kind = hold }
              provider { role = liquidity-provider, pools = [pool], policy.kind = fees-over-loss }
              dice { role = trader, venues = [book], policy.kind = random }
              still { role = trader, venues = [book], policy.kind = hold }
              scripted { role = trader, venues = [book], policy.kind = python }
              saver { role = saver, venue = pool, policy.kind = hold }
              own { role = trader, venues = [book], policy { kind = class, class = com.example.Own, settings.depth = 3 } }
              trained { role = market-maker, venue = book, max-inventory = 10, quote-size = 1, policy { kind = checkpoint, path = "CHECKPOINT", agent = maker } }
            }
            learners { maker { algorithm = ppo, components = [bid_offset_bps] } }
            training { evaluation-every = 4, evaluation-episodes = 2 }
            """;

    private EveryKind() {}

    /** @param candles path of a candle file with the manual's default layout */
    static String text(String candles) {
        Path folder = Objects.requireNonNull(Path.of(candles).getParent());
        return TEXT.replace("CANDLES", candles)
                .replace("FLOW", flow(folder).toString())
                .replace("CHECKPOINT", CheckpointFixture.write(folder).toString());
    }

    /** A recording of two messages in the manual's default form. */
    private static Path flow(Path folder) {
        try {
            return Files.writeString(
                    folder.resolve("messages.csv"), "34200.1,1,7,3,30000000,1\n34200.2,3,7,3,30000000,1\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One key a line, so that each key has a line of its own. */
    static SortedMap<String, String> lines(String candles) {
        ConfigObject root = ConfigFactory.parseString(text(candles)).root();
        SortedMap<String, String> lines = new TreeMap<>();
        root.toConfig()
                .entrySet()
                .forEach(entry -> lines.put(entry.getKey(), entry.getValue().render(ConfigRenderOptions.concise())));
        return lines;
    }

    /** The path in this scenario of something that the template at the start of a manual path describes. */
    static String instanceOf(String manualPath) {
        for (Map.Entry<String, String> instance : INSTANCES.entrySet()) {
            if (manualPath.startsWith(instance.getKey() + ".")) {
                return instance.getValue()
                        + manualPath.substring(instance.getKey().length());
            }
        }
        return manualPath;
    }

    private static final Map<String, String> INSTANCES = Map.ofEntries(
            Map.entry("templates.asset", "assets.ETH"),
            Map.entry("templates.chain.l1", "chains.one"),
            Map.entry("templates.chain.rollup", "chains.two"),
            Map.entry("templates.exchange", "exchanges.spot"),
            Map.entry("templates.bridge", "bridges.bridge"),
            Map.entry("templates.venue.book", "venues.book"),
            Map.entry("templates.venue.perpetual", "venues.perp"),
            Map.entry("templates.venue.future", "venues.dated"),
            Map.entry("templates.venue.uniswap-v2", "venues.pool"),
            Map.entry("templates.venue.uniswap-v3", "venues.ranges"),
            Map.entry("templates.venue.stable-swap", "venues.like"),
            Map.entry("templates.venue.balancer-weighted", "venues.weighted"),
            Map.entry("templates.venue.balancer-stable", "venues.stable"),
            Map.entry("templates.venue.lending", "venues.lending"),
            Map.entry("templates.venue.price-feed", "venues.feed"),
            Map.entry("templates.venue.options", "venues.options"),
            Map.entry("templates.venue.uniswap-v4", "venues.managed"),
            Map.entry("templates.venue.kiosk", "venues.kiosk"),
            Map.entry("templates.hook.controlled-fee", "venues.managed.hook"),
            Map.entry("templates.hook.volatility-fee", "venues.calm.hook"),
            Map.entry("templates.hook.toxicity-fee", "venues.toxic.hook"),
            Map.entry("templates.hook.inventory-fee", "venues.leaning.hook"),
            Map.entry("templates.price.diffusion", "world.assets.ETH"),
            Map.entry("templates.price.replay", "world.assets.GOLD"),
            Map.entry("candles", "world.assets.GOLD.candles"),
            Map.entry("templates.regime", "world.regimes.calm"),
            Map.entry("templates.shock", "world.shocks.news"),
            Map.entry("templates.population.noise", "population.noise"),
            Map.entry("templates.population.momentum", "population.momentum"),
            Map.entry("templates.population.fundamental", "population.fundamental"),
            Map.entry("templates.population.book-provider", "population.ladder"),
            Map.entry("templates.population.pool-provider", "population.liquidity"),
            Map.entry("templates.population.range-provider", "population.ranging"),
            Map.entry("templates.population.elastic", "population.shoppers"),
            Map.entry("templates.population.recorded", "population.flow"),
            Map.entry("templates.population.borrowers", "population.debtors"),
            Map.entry("templates.population.liquidators", "population.seizers"),
            Map.entry("templates.population.searchers", "population.hunters"),
            Map.entry("templates.population.leveraged", "population.bulls"),
            Map.entry("templates.population.basis", "population.carry"),
            Map.entry("templates.population.bridge-users", "population.movers"),
            Map.entry("templates.population.bridge-briber", "population.briber"),
            Map.entry("templates.population.bridge-holders", "population.bearers"),
            Map.entry("templates.population.reporter", "population.teller"),
            Map.entry("templates.population.oracle-attacker", "population.attacker"),
            Map.entry("templates.population.risk-steward", "population.steward"),
            Map.entry("templates.population.option-traders", "population.optioned"),
            Map.entry("templates.population.whales", "population.leviathans"),
            Map.entry("templates.agent.market-maker", "agents.maker"),
            Map.entry("templates.agent.portfolio", "agents.fund"),
            Map.entry("templates.agent.arbitrage", "agents.arb"),
            Map.entry("templates.agent.risk", "agents.risk"),
            Map.entry("templates.agent.trader", "agents.own"),
            Map.entry("templates.agent.liquidity-provider", "agents.provider"),
            Map.entry("templates.agent.execution", "agents.executor"),
            Map.entry("templates.policy.execution-learner", "agents.executor.policy"),
            Map.entry("templates.agent.fee-setter", "agents.setter"),
            Map.entry("templates.agent.terms-setter", "agents.warden"),
            Map.entry("templates.agent.range-manager", "agents.ranger"),
            Map.entry("templates.policy.range-width", "agents.ranger.policy"),
            Map.entry("templates.agent.saver", "agents.saver"),
            Map.entry("templates.policy.avellaneda-stoikov", "agents.maker.policy"),
            Map.entry("templates.policy.gueant-lehalle-fernandez-tapia", "agents.steady.policy"),
            Map.entry("templates.policy.merton-band", "agents.fund.policy"),
            Map.entry("templates.policy.closed-form-arbitrage", "agents.arb.policy"),
            Map.entry("templates.policy.planner", "agents.thinker.policy"),
            Map.entry("templates.policy.fees-over-loss", "agents.provider.policy"),
            Map.entry("templates.policy.value-at-risk-limits", "agents.risk.policy"),
            Map.entry("templates.policy.random", "agents.dice.policy"),
            Map.entry("templates.policy.hold", "agents.still.policy"),
            Map.entry("templates.policy.python", "agents.scripted.policy"),
            Map.entry("templates.policy.checkpoint", "agents.trained.policy"),
            Map.entry("templates.seat", "learners.maker"),
            Map.entry("templates.policy.class", "agents.own.policy"),
            Map.entry("templates.belief", "agents.fund.policy.assets.ETH"),
            Map.entry("templates.tail-limit", "agents.risk.policy.further-limits.long"));
}
