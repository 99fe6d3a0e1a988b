using Plimsoll.Statistics.Counts;

namespace Plimsoll.Statistics.Rates;

/// <summary>A gamma distribution of rates across cells: mean Shape over Rate.</summary>
/// <param name="Shape">alpha.</param>
/// <param name="Rate">beta, in units of exposure.</param>
/// <param name="LogLikelihood">Log-likelihood of the counts.</param>
public sealed record GammaPrior(double Shape, double Rate, double LogLikelihood)
{
    /// <summary>Rate of a cell after its own events and exposure: between its own rate and the prior mean.</summary>
    public double PosteriorMean(double events, double exposure) => (Shape + events) / (Rate + exposure);

    /// <summary>Standard error of the log of the shape; null where the cells do not tell how much they differ.</summary>
    public double? LogShapeError { get; init; }

    /// <summary>Standard error of the log of the rate; null where the cells do not tell how much they differ.</summary>
    public double? LogRateError { get; init; }

    /// <summary>What is known of a cell's rate after its own events and exposure.</summary>
    /// <param name="events">Zero or more.</param>
    /// <param name="exposure">Zero or more.</param>
    public GammaRate Posterior(double events, double exposure) => new(Shape + events, Rate + exposure);
}

/// <summary>Empirical Bayes for counts: cells borrow from their parent as much as their spread says they should.</summary>
public static class GammaPoisson
{
    /// <summary>Least strength with which a cell is held to its parent, in expected events.</summary>
    public const double LeastStrength = 0.5;

    /// <summary>Greatest strength, in expected events.</summary>
    public const double MostStrength = 500;

    /// <summary>Fits the gamma prior of the cells' rates by maximum marginal likelihood.</summary>
    /// <param name="events">Events of each cell.</param>
    /// <param name="exposure">Exposure of each cell, above zero.</param>
    public static GammaPrior Fit(double[] events, double[] exposure)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(exposure);
        double Marginal(double shape, double rate)
        {
            var sum = 0.0;
            for (var cell = 0; cell < events.Length; cell++)
            {
                sum += NegativeBinomial.LogProbability(events[cell], exposure[cell] * shape / rate, shape);
            }

            return sum;
        }

        // The mean is profiled out: for each shape the best rate is found, then the best shape.
        double BestRate(double logShape)
        {
            var middle = logShape - Math.Log(events.Sum() / exposure.Sum());
            return Peak.Of(logRate => Marginal(Math.Exp(logShape), Math.Exp(logRate)), middle - 3, middle + 3);
        }

        var (least, most) = (Math.Log(1e-2), Math.Log(1e4));
        var bestShape = Peak.Of(logShape => Marginal(Math.Exp(logShape), Math.Exp(BestRate(logShape))), least, most);
        var (shape, rate) = (Math.Exp(bestShape), Math.Exp(BestRate(bestShape)));
        if (bestShape < least + 1e-3 || bestShape > most - 1e-3)
        {
            // The likelihood still rises where the search ends: there is no peak to measure.
            return new GammaPrior(shape, rate, Marginal(shape, rate));
        }

        var (logShapeError, logRateError) = Errors((logShape, logRate) => Marginal(Math.Exp(logShape), Math.Exp(logRate)), Math.Log(shape), Math.Log(rate));
        return new GammaPrior(shape, rate, Marginal(shape, rate)) { LogShapeError = logShapeError, LogRateError = logRateError };
    }

    /// <summary>
    /// The strength kappa with which cells are held to their parent: multipliers of the expected counts follow
    /// Gamma(kappa, kappa), so observed counts are negative binomial with size kappa.
    /// </summary>
    /// <param name="events">Events of each cell.</param>
    /// <param name="expected">Expected events of each cell under its parent.</param>
    public static double Strength(double[] events, double[] expected) =>
        NegativeBinomial.Size(events, expected, LeastStrength, MostStrength);

    /// <summary>The multiplier of a cell: the posterior mean of observed over expected, held to one with a strength.</summary>
    public static double Multiplier(double events, double expected, double strength) => (strength + events) / (strength + expected);

    // From the inverse of the curvature at the peak, by central differences.
    private static (double? First, double? Second) Errors(Func<double, double, double> function, double first, double second)
    {
        const double step = 1e-3;
        var middle = 2 * function(first, second);
        var a = (middle - function(first + step, second) - function(first - step, second)) / (step * step);
        var b = (middle - function(first, second + step) - function(first, second - step)) / (step * step);
        var c = (function(first + step, second - step) + function(first - step, second + step)
            - function(first + step, second + step) - function(first - step, second - step)) / (4 * step * step);
        var determinant = (a * b) - (c * c);

        return a > 0 && determinant > 0 ? (Math.Sqrt(b / determinant), Math.Sqrt(a / determinant)) : (null, null);
    }
}
