package catallaxy.evolution.front;

/** The area of a union of boxes that all have a corner at (0, 0), as boxes are added. Owned by one thread. */
final class Staircase {
    /** Corners from left to right, so from the highest to the lowest. */
    private final double[] across;

    private final double[] up;
    private int size;
    private double area;

    /** No boxes, and at most so many. */
    Staircase(int most) {
        across = new double[most];
        up = new double[most];
    }

    /** Adds the box with this corner, both positive. */
    void add(double x, double y) {
        int right = firstFrom(x);
        if (right < size && up[right] >= y) {
            return;
        }
        if (right < size && across[right] == x) {
            right++;
        }
        int left = right;
        while (left > 0 && up[left - 1] <= y) {
            left--;
        }
        area += gained(left, right, x, y);
        System.arraycopy(across, right, across, left + 1, size - right);
        System.arraycopy(up, right, up, left + 1, size - right);
        across[left] = x;
        up[left] = y;
        size += left + 1 - right;
    }

    private int firstFrom(double x) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (across[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What a box adds that covers the corners from {@code left} up to {@code right}, without that. */
    private double gained(int left, int right, double x, double y) {
        double floor = right < size ? up[right] : 0;
        double from = left > 0 ? across[left - 1] : 0;
        double gained = (x - from) * (y - floor);
        for (int i = left; i < right; i++) {
            gained -= (across[i] - from) * (up[i] - floor);
            from = across[i];
        }
        return gained;
    }

    /** The area of all. */
    double area() {
        return area;
    }
}
