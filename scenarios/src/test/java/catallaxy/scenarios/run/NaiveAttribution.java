package catallaxy.scenarios.run;

import catallaxy.scenarios.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An agent's parts computed once more, from what a run folder says: {@code trades.csv}, and the world's prices and inventories that
 * {@code metrics.jsonl} has for every second. In doubles, with plain loops; the horizon is a minute.
 */
final class NaiveAttribution {
    private static final double HORIZON = 60;

    /** {@code [seconds]}: the metrics of a second, by key. */
    private final List<Map<String, Double>> seconds = new ArrayList<>();

    private final List<Trade> trades = new ArrayList<>();
    private final String agent;
    double spread;
    double adverseSelection;
    double arbitrage;
    double inventory;

    /** A row of the trades; {@code rest} is what no later trade has closed, as a share. */
    private static final class Trade {
        double time;
        String venue = "";
        String asset = "";
        double quantity;
        double price;
        boolean taken;
        String reference = "";
        double rest = 1;
    }

    NaiveAttribution(Path folder, String agent) throws IOException {
        this.agent = agent;
        for (String line : Files.readAllLines(folder.resolve("metrics.jsonl"))) {
            Map<String, Double> numbers = new HashMap<>();
            JsonText.tell(line, new JsonText.Entries() {
                @Override
                public void number(String name, double value) {
                    numbers.put(name, value);
                }

                @Override
                public void text(String name, String value) {}
            });
            seconds.add(numbers);
        }
        Files.readAllLines(folder.resolve("trades.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> row[1].equals(agent))
                .forEach(row -> trades.add(trade(row)));
        compute();
    }

    int trades() {
        return trades.size();
    }

    /** A pool's fee is part of its price; it is taken out here. */
    private static Trade trade(String[] row) {
        Trade trade = new Trade();
        double sign = row[3].equals("buy") ? 1 : -1;
        double fee = row[11].equals("pool") ? Double.parseDouble(row[9]) : 0;
        trade.time = Double.parseDouble(row[0]);
        trade.venue = row[2];
        trade.asset = row[4];
        trade.quantity = sign * Double.parseDouble(row[6]);
        trade.price = (Double.parseDouble(row[8]) - sign * fee) / Double.parseDouble(row[6]);
        trade.taken = !row[11].equals("maker");
        trade.reference = row[12];
        return trade;
    }

    private double world(String asset, double time) {
        int second = (int) Math.min(Math.floor(time), seconds.size() - 1);
        return Objects.requireNonNull(seconds.get(second).get("world/" + asset + "/price"));
    }

    private void compute() {
        for (int i = 0; i < trades.size(); i++) {
            close(i);
        }
        for (Trade each : trades) {
            double open = each.rest * each.quantity;
            double mark = world(each.asset, each.time);
            spread += open * (mark - each.price);
            adverseSelection += open * (world(each.asset, each.time + HORIZON) - mark);
        }
        inventory = held() - adverseSelection - drift;
    }

    private double drift;

    /** Closes, with trade {@code i}, the oldest that were the other way elsewhere. */
    private void close(int i) {
        Trade now = trades.get(i);
        for (int j = 0; j < i && now.taken && now.rest > 0; j++) {
            Trade old = trades.get(j);
            boolean closes = old.taken
                    && old.rest > 0
                    && old.asset.equals(now.asset)
                    && !old.venue.equals(now.venue)
                    && !old.reference.equals(now.reference)
                    && old.quantity * now.quantity < 0
                    && now.time - old.time <= HORIZON;
            if (closes) {
                double common = Math.min(Math.abs(old.rest * old.quantity), Math.abs(now.rest * now.quantity));
                double signed = Math.copySign(common, old.quantity);
                arbitrage += signed * (now.price - old.price);
                drift += signed * (world(now.asset, now.time) - world(old.asset, old.time));
                old.rest = Math.abs(old.rest * old.quantity) <= common ? 0 : old.rest - common / Math.abs(old.quantity);
                now.rest = Math.abs(now.rest * now.quantity) <= common ? 0 : now.rest - common / Math.abs(now.quantity);
            }
        }
    }

    /** What was owned just before each second, times what the price did then. Prices move at whole seconds only. */
    private double held() {
        double gain = 0;
        int next = 0;
        for (int second = 1; second < seconds.size(); second++) {
            Map<String, Double> since = new HashMap<>();
            for (; next < trades.size() && trades.get(next).time < second; next++) {
                Trade trade = trades.get(next);
                if (trade.time > second - 1) {
                    since.merge(trade.asset, trade.quantity, Double::sum);
                }
            }
            for (String asset : List.of("BTC", "ETH")) {
                double owned =
                        Objects.requireNonNull(seconds.get(second - 1).get("agent/" + agent + "/inventory/" + asset))
                                + since.getOrDefault(asset, 0.0);
                gain += owned * (world(asset, second) - world(asset, second - 1));
            }
        }
        return gain;
    }
}
