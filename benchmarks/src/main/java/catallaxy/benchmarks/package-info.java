/**
 * Benchmarks that JMH measures: what takes the time of a simulation, piece by piece. A class named {@code OrderBookBench} is
 * {@code order-book} on the command line, {@code catallaxy bench --jmh order-book}.
 */
@NullMarked
package catallaxy.benchmarks;

import org.jspecify.annotations.NullMarked;
