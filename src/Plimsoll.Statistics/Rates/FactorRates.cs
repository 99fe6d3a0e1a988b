using MathNet.Numerics.LinearAlgebra;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Statistics.Rates;

/// <summary>
/// Rates of a table of cells: a log-linear model of main effects gives the shape, pairs of factors depart from it as
/// far as their own events carry (empirical Bayes), and the level is the data's own: expected events over the data
/// equal the observed ones. A draw varies the main effects around their penalised maximum as far as a cell borrows from
/// them, and each pair's cells by the gamma posterior of their own events.
/// </summary>
public sealed class FactorRates
{
    private const double EventsForOwnLevel = 10;
    private readonly FactorData data;
    private readonly int columns;
    private readonly double[,] root;
    private readonly double[] logCentre;
    private readonly Departure[] departures;
    private readonly int[] columnsOf;
    private readonly int perCell;

    private FactorRates(FactorData data, double[] mean, double[] borrowed, double[] logCentre, double[,] root, Departure[] departures)
    {
        (this.data, this.logCentre, this.root, columns) = (data, logCentre, root, root.GetLength(0));
        (Mean, Borrowed, this.departures) = (mean, borrowed, departures);
        (columnsOf, perCell) = (ColumnsOf(data), data.LevelCounts.Length);
        ScratchLength = (2 * columns) + departures.Sum(pair => pair.Shapes.Length);
    }

    /// <summary>Mean rate of each cell for one unit of exposure.</summary>
    public double[] Mean { get; }

    /// <summary>How strongly each pair's cells were held to the main effects, in events.</summary>
    public double[] Strengths => [.. departures.Select(pair => pair.Strength)];

    /// <summary>Share of each cell's rate that is borrowed from the main effects rather than learnt from its own events.</summary>
    public double[] Borrowed { get; }

    /// <summary>Length of the scratch space of <see cref="Draw"/>.</summary>
    public int ScratchLength { get; }

    /// <summary>Fits the table.</summary>
    public static FactorRates Fit(FactorData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var first = FirstColumns(data.LevelCounts);
        var rows = Enumerable.Range(0, data.Events.Length).Where(cell => data.IsPossible[cell] && data.Exposure[cell] > 0).ToArray();
        var fit = MainEffects(data, rows, first);
        var rate = new double[data.Events.Length];
        for (var cell = 0; cell < rate.Length; cell++)
        {
            rate[cell] = data.IsPossible[cell] ? Math.Exp(Math.Clamp(Sum(data, first, cell, fit.Coefficients), -60, 20)) : 0;
        }

        var borrowed = new double[rate.Length];
        Array.Fill(borrowed, 1.0);
        var departing = data.Pairs.Select(pair => Depart(data, pair, rows, rate, borrowed)).ToArray();
        Calibrate(data, rows, rate);
        var centre = new double[rate.Length];
        for (var cell = 0; cell < rate.Length; cell++)
        {
            // The mean of a log-normal draw is exp(variance / 2) too high: taken out here.
            centre[cell] = Math.Log(rate[cell]) - (0.5 * borrowed[cell] * borrowed[cell] * Variance(data, first, cell, fit.Covariance));
        }

        var lower = Matrix<double>.Build.DenseOfArray(Symmetric(fit.Covariance)).Cholesky().Factor.ToArray();
        return new FactorRates(data, rate, borrowed, centre, lower, departing);
    }

    /// <summary>Draws a whole table: one draw of the main effects, shared by all cells.</summary>
    /// <param name="stream">Randomness.</param>
    /// <param name="rates">Receives the rate of each cell.</param>
    /// <param name="scratch">Space for the effects, at least <see cref="ScratchLength"/> long.</param>
    public void Draw(Xoshiro256 stream, Span<double> rates, Span<double> scratch)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var normal = scratch[..columns];
        var factor = scratch.Slice(columns, columns);
        for (var column = 0; column < columns; column++)
        {
            normal[column] = stream.NextNormal();
        }

        for (var column = 0; column < columns; column++)
        {
            var sum = 0.0;
            for (var other = 0; other <= column; other++)
            {
                sum += root[column, other] * normal[other];
            }

            factor[column] = sum;
        }

        var noise = scratch[(2 * columns)..ScratchLength];
        var next = 0;
        foreach (var departure in departures)
        {
            foreach (var shape in departure.Shapes)
            {
                noise[next++] = stream.NextGamma(shape) / shape;
            }
        }

        var effects = scratch.Slice(columns, columns);
        for (var cell = 0; cell < rates.Length; cell++)
        {
            if (!data.IsPossible[cell])
            {
                rates[cell] = 0;
                continue;
            }

            var sum = effects[0];
            foreach (var column in columnsOf.AsSpan(cell * perCell, perCell))
            {
                sum += column > 0 ? effects[column] : 0;
            }

            var rate = Math.Exp(logCentre[cell] + Math.Clamp(Borrowed[cell] * sum, -20, 20));
            var from = 0;
            foreach (var departure in departures)
            {
                rate *= noise[from + departure.CellOf[cell]];
                from += departure.Shapes.Length;
            }

            rates[cell] = rate;
        }
    }

    // The column of each factor's level, cell by cell, in one run of numbers; 0 where a factor adds nothing.
    private static int[] ColumnsOf(FactorData data)
    {
        var first = FirstColumns(data.LevelCounts);
        var factors = data.LevelCounts.Length;
        var found = new int[data.Events.Length * factors];
        for (var cell = 0; cell < data.Events.Length; cell++)
        {
            for (var factor = 0; factor < factors; factor++)
            {
                found[(cell * factors) + factor] = data.Levels[cell, factor] is >= 0 and var level ? first[factor] + level : 0;
            }
        }

        return found;
    }

    private static CountFit MainEffects(FactorData data, int[] rows, int[] first)
    {
        // One more row holds the prior: half an event at the prior rate keeps a table without events finite.
        var width = first[^1];
        var design = new double[rows.Length + 1, width];
        var events = new double[rows.Length + 1];
        var exposure = new double[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++)
        {
            design[row, 0] = 1;
            for (var factor = 0; factor < data.LevelCounts.Length; factor++)
            {
                if (data.Levels[rows[row], factor] is >= 0 and var level)
                {
                    design[row, first[factor] + level] = 1;
                }
            }

            (events[row], exposure[row]) = (data.Events[rows[row]], data.Exposure[rows[row]]);
        }

        design[rows.Length, 0] = 1;
        (events[^1], exposure[^1]) = (0.5, 0.5 / data.PriorRate);
        var ridge = new double[width];
        Array.Fill(ridge, data.Ridge);
        ridge[0] = 0;
        return CountRegression.Fit(design, events, exposure, ridge);
    }

    private static Departure Depart(FactorData data, (int First, int Second) pair, int[] rows, double[] rate, double[] borrowed)
    {
        var width = data.LevelCounts[pair.Second];
        var events = new double[data.LevelCounts[pair.First] * width];
        var expected = new double[events.Length];
        foreach (var cell in rows)
        {
            var at = (data.Levels[cell, pair.First] * width) + data.Levels[cell, pair.Second];
            events[at] += data.Events[cell];
            expected[at] += rate[cell] * data.Exposure[cell];
        }

        var strength = GammaPoisson.Strength(events, expected);
        var cells = new int[rate.Length];
        for (var cell = 0; cell < rate.Length; cell++)
        {
            var at = (data.Levels[cell, pair.First] * width) + data.Levels[cell, pair.Second];
            cells[cell] = at;
            rate[cell] *= GammaPoisson.Multiplier(events[at], expected[at], strength);
            borrowed[cell] *= strength / (strength + expected[at]);
        }

        return new Departure(strength, cells, [.. events.Select(number => strength + number)]);
    }

    // A pair of factors: how strongly its cells are held, the pair's cell of each cell, the gamma shape of each.
    private sealed record Departure(double Strength, int[] CellOf, double[] Shapes);

    private static void Calibrate(FactorData data, int[] rows, double[] rate)
    {
        var observed = rows.Sum(cell => data.Events[cell]);
        var expected = rows.Sum(cell => data.Exposure[cell] * rate[cell]);
        var exposure = rows.Sum(cell => data.Exposure[cell]);

        // From ten events the level is wholly the data's own; below, half an event at the prior rate fades in.
        var borrowed = 0.5 * Math.Max(0, 1 - (observed / EventsForOwnLevel));
        var target = exposure > 0 ? (observed + borrowed) * exposure / (exposure + (borrowed / data.PriorRate)) : 0;
        if (!(expected > 0) || !(target > 0))
        {
            return;
        }

        for (var cell = 0; cell < rate.Length; cell++)
        {
            rate[cell] *= target / expected;
        }
    }

    private static int[] FirstColumns(int[] levelCounts)
    {
        var first = new int[levelCounts.Length + 1];
        first[0] = 1;
        for (var factor = 0; factor < levelCounts.Length; factor++)
        {
            first[factor + 1] = first[factor] + levelCounts[factor];
        }

        return first;
    }

    private static double Sum(FactorData data, int[] first, int cell, double[] coefficients)
    {
        var sum = coefficients[0];
        for (var factor = 0; factor < data.LevelCounts.Length; factor++)
        {
            if (data.Levels[cell, factor] is >= 0 and var level)
            {
                sum += coefficients[first[factor] + level];
            }
        }

        return sum;
    }

    private static double Variance(FactorData data, int[] first, int cell, double[,] covariance)
    {
        Span<int> used = stackalloc int[data.LevelCounts.Length + 1];
        used[0] = 0;
        var count = 1;
        for (var factor = 0; factor < data.LevelCounts.Length; factor++)
        {
            if (data.Levels[cell, factor] is >= 0 and var level)
            {
                used[count++] = first[factor] + level;
            }
        }

        var sum = 0.0;
        foreach (var a in used[..count])
        {
            foreach (var b in used[..count])
            {
                sum += covariance[a, b];
            }
        }

        return sum;
    }

    private static double[,] Symmetric(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var symmetric = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                symmetric[row, column] = (matrix[row, column] + matrix[column, row]) / 2;
            }
        }

        return symmetric;
    }
}
