package catallaxy.scenarios.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes a run folder that looks like a day of two chains and an exchange. A function of the seed; the figures of
 * {@code summary.json} agree with the other files.
 */
final class SyntheticRun {

    static final List<String> AGENTS = List.of("maker", "arbitrageur", "portfolio", "risk");
    private static final Map<String, String> ROLES = Map.of(
            "maker", "market-maker",
            "arbitrageur", "arbitrageur",
            "portfolio", "portfolio-manager",
            "risk", "risk-manager");
    private static final Map<String, String> VENUES = new LinkedHashMap<>();

    static {
        VENUES.put("exchange-eth", "ETH");
        VENUES.put("pool-eth-mainnet", "ETH");
        VENUES.put("pool-eth-rollup", "ETH");
        VENUES.put("exchange-btc", "BTC");
        VENUES.put("pool-btc-mainnet", "BTC");
    }

    private final Path folder;
    private final long seed;
    private final SplittableRandom random;
    private final Map<String, Double> world = new LinkedHashMap<>();
    private final Map<String, Double> prices = new LinkedHashMap<>();
    private final double[] equity = {1_000_000, 250_000, 500_000, 10_000};
    private final double[] peak = equity.clone();
    private final double[] deepest = new double[4];
    private final double[] fees = new double[4];
    private final double[] gas = new double[4];
    private final long[] fills = new long[4];
    private final double[] inventory = new double[4];
    private double baseFee = 22;
    private boolean crash;
    private int backgroundTradesPerMinute = 6;
    private int minutes = 1440;

    SyntheticRun(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        world.put("BTC", 64_000.0);
        world.put("ETH", 3_150.0);
        VENUES.keySet().forEach(venue -> prices.put(venue, worldPrice(venue)));
    }

    SyntheticRun backgroundTradesPerMinute(int trades) {
        this.backgroundTradesPerMinute = trades;
        return this;
    }

    SyntheticRun minutes(int length) {
        this.minutes = length;
        return this;
    }

    Path write() throws IOException {
        Files.createDirectories(folder);
        try (Writer metrics = writer("metrics.jsonl");
                Writer curve = writer("equity.csv");
                Writer trades = writer("trades.csv");
                Writer interventions = writer("interventions.csv")) {
            curve.write("timeSeconds,agent,equity,drawdown,equityAtVenues\n");
            trades.write(
                    "timeSeconds,agent,venue,side,base,quote,quantity,price,notional,fee,gas,liquidity,reference\n");
            interventions.write("timeSeconds,agent,target,kind,from,to,reason\n");
            for (int minute = 0; minute <= minutes; minute++) {
                step(minute, interventions);
                metricsLine(minute, metrics);
                equityLines(minute, curve);
                tradeLines(minute, trades);
            }
        }
        writeManifest("completed");
        writeSummary();
        return folder;
    }

    private Writer writer(String name) throws IOException {
        return Files.newBufferedWriter(folder.resolve(name));
    }

    private void step(int minute, Writer interventions) throws IOException {
        boolean stressed = 24 * minute > 10 * minutes && 24 * minute < 13 * minutes;
        if (stressed != crash) {
            crash = stressed;
            String from = stressed ? "1.0" : "0.25";
            String to = stressed ? "0.25" : "1.0";
            interventions.write(minute * 60 + ",risk,maker,scale," + from + "," + to
                    + ",\"expected shortfall 3.1 % above its limit, 2.5 %\"\n");
            interventions.write(minute * 60 + ",portfolio,portfolio,late,,,no decision within the epoch\n");
        }
        double volatility = stressed ? 0.0022 : 0.0005;
        world.replaceAll(
                (asset, price) -> price * Math.exp(volatility * random.nextGaussian() - (stressed ? 2e-4 : 0)));
        prices.replaceAll(
                (venue, price) -> price + 0.5 * (worldPrice(venue) - price) + price * 2e-4 * random.nextGaussian());
        baseFee *= 1 + 0.05 * Math.tanh(random.nextGaussian() + (stressed ? 0.5 : 0) - (baseFee > 30 ? 0.6 : 0));
        double[] drift = {18, 9, stressed ? -180 : 14, 0};
        double[] noise = {90, 12, 420, 0};
        for (int i = 0; i < 4; i++) {
            equity[i] += minute == 0 ? 0 : drift[i] + (stressed ? 2 : 1) * noise[i] * random.nextGaussian();
            peak[i] = Math.max(peak[i], equity[i]);
            deepest[i] = Math.max(deepest[i], 1 - equity[i] / peak[i]);
        }
    }

    private double worldPrice(String venue) {
        return world.getOrDefault(VENUES.getOrDefault(venue, ""), Double.NaN);
    }

    private void metricsLine(int minute, Writer metrics) throws IOException {
        var line = new StringBuilder("{\"timeSeconds\":" + minute * 60.0);
        field(line, "chain/mainnet/base_fee_gwei", baseFee);
        field(line, "chain/mainnet/gas_used", 15e6 + 4e6 * random.nextGaussian());
        field(line, "chain/rollup/base_fee_gwei", 0.05 + 0.004 * random.nextGaussian());
        field(line, "chain/rollup/gas_used", Math.abs(2e6 + 8e5 * random.nextGaussian()));
        prices.forEach((venue, price) -> field(line, "venue/" + venue + "/price", price));
        field(line, "venue/exchange-eth/spread_bps", (crash ? 22 : 6) + Math.abs(2 * random.nextGaussian()));
        field(line, "venue/exchange-btc/spread_bps", (crash ? 15 : 4) + Math.abs(1.4 * random.nextGaussian()));
        world.forEach((asset, price) -> field(line, "world/" + asset + "/price", price));
        line.append(",\"world/regime\":\"").append(crash ? "stressed" : "calm").append('"');
        for (int i = 0; i < 4; i++) {
            inventory[i] = 0.97 * inventory[i] + (i == 3 ? 0 : random.nextGaussian());
            field(line, "agent/" + AGENTS.get(i) + "/equity", equity[i]);
            field(line, "agent/" + AGENTS.get(i) + "/inventory/ETH", i == 2 ? 60 + inventory[i] : inventory[i]);
            field(line, "agent/" + AGENTS.get(i) + "/inventory/BTC", inventory[i] / 20 + (i == 2 ? 3 : 0));
            field(line, "agent/" + AGENTS.get(i) + "/scale", i == 0 && crash ? 0.25 : 1);
        }
        metrics.write(line.append("}\n").toString());
    }

    private static void field(StringBuilder line, String name, double value) {
        line.append(",\"").append(name).append("\":").append(value);
    }

    private void equityLines(int minute, Writer curve) throws IOException {
        for (int i = 0; i < 4; i++) {
            double drawdown = 1 - equity[i] / peak[i];
            curve.write(minute * 60.0 + "," + AGENTS.get(i) + "," + equity[i] + "," + drawdown + "," + (equity[i] + 1)
                    + "\n");
        }
    }

    private void tradeLines(int minute, Writer trades) throws IOException {
        List<String> venues = List.copyOf(VENUES.keySet());
        int agentTrades = random.nextInt(3);
        for (int i = 0; i < agentTrades + backgroundTradesPerMinute; i++) {
            boolean agent = i < agentTrades;
            int who = agent ? random.nextInt(10) < 6 ? 0 : random.nextInt(10) < 8 ? 1 : 2 : random.nextInt(40);
            trade(minute, agent, who, venues.get(random.nextInt(venues.size())), trades);
        }
    }

    private void trade(int minute, boolean agent, int who, String venue, Writer trades) throws IOException {
        boolean buy = random.nextBoolean();
        double reference = worldPrice(venue);
        double price = reference * (1 + (buy ? -1 : 1) * (agent ? 3e-4 : -3e-4) + 2e-4 * random.nextGaussian());
        double notional = 500 * Math.exp(1.2 * random.nextGaussian());
        boolean pool = venue.startsWith("pool");
        double fee = notional * (pool ? 0.003 : who == 0 && agent ? -0.0001 : 0.0005);
        double paid = pool ? 0.4 * baseFee / 20 : 0;
        if (agent) {
            fills[who]++;
            fees[who] += fee;
            gas[who] += paid;
        }
        trades.write(String.format(
                Locale.ROOT,
                "%.1f,%s,%s,%s,%s,USDC,%.6f,%.4f,%.4f,%.6f,%.6f,%s,order %d%n",
                minute * 60 + 59 * random.nextDouble(),
                agent ? AGENTS.get(who) : "noise-" + who,
                venue,
                buy ? "buy" : "sell",
                VENUES.get(venue),
                notional / price,
                price,
                notional,
                fee,
                paid,
                pool ? "pool" : who == 0 ? "maker" : "taker",
                minute));
    }

    void writeManifest(String status) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), """
                {"catallaxy":"0.1.0-SNAPSHOT","commit":"6738aac","jdk":"25.0.1","os":"Linux amd64","scenario":"two-chains",
                 "seed":%d,"driver":"actors","configDigest":"5c0ffee5","status":"%s",
                 "digest":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f0%04x",
                 "started":"2026-11-20T17:00:00Z","finished":"2026-11-20T17:00:02Z",
                 "command":"./catallaxy run scenarios/two-chains.conf --seed %d"}
                """.formatted(seed, status, seed & 0xffff, seed));
    }

    private void writeSummary() throws IOException {
        var agents = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            double initial =
                    List.of(1_000_000.0, 250_000.0, 500_000.0, 10_000.0).get(i);
            String id = AGENTS.get(i);
            agents.append(i == 0 ? "" : ",\n").append("""
                            {"id":"%s","role":"%s","initialEquity":%s,"finalEquity":%s,"pnl":%s,"sharpe":%s,
                             "maxDrawdown":%s,"fills":%d,"feesPaid":%s,"gasPaid":%s,
                             "rewards":{"pnl":%s,"inventoryPenalty":-12.5},"faults":{"late":%d,"failed":0,"rejected":%d},
                             "halted":false,"somethingNew":[1,{"a":2}]}""".formatted(
                            id,
                            ROLES.get(id),
                            initial,
                            equity[i],
                            equity[i] - initial,
                            i == 3 ? "null" : "0.0" + (i + 3),
                            deepest[i],
                            fills[i],
                            fees[i],
                            gas[i],
                            equity[i] - initial,
                            i == 2 ? 2 : 0,
                            i * 3));
        }
        Files.writeString(folder.resolve("summary.json"), """
                {"scenario":"two-chains","seed":%d,"driver":"actors",
                 "digest":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f0%04x",
                 "simulatedSeconds":%d,"events":1843201,"wallSeconds":1.94,"conservation":{"checks":5529603,"violations":0},
                 "agents":[%s],
                 "venues":[{"id":"exchange-eth","kind":"order-book","base":"ETH","quote":"USDC","trades":8123,"makerFeePips":-1},
                           {"id":"pool-eth-mainnet","kind":"uniswap-v2","base":"ETH","quote":"USDC","trades":2001,"feePips":30}],
                 "chains":[{"id":"mainnet","blocks":7200,"transactions":41022,"reverted":312,"gasUsed":108000000000,"feesBurned":2.4e3},
                           {"id":"rollup","blocks":43200,"transactions":80111,"reverted":95,"gasUsed":9000000000,"feesBurned":0.45}],
                 "quote":"USDC","calendar":"365 days","runFolder":"runs/x"}
                """.formatted(seed, seed & 0xffff, minutes * 60, agents));
    }
}
