using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// How the odds that a new placement is residential drift over time. Drawn in every mode of starts: it halves the bias
/// of residential numbers where they grow.
/// </summary>
/// <param name="Slope">Change of the log odds a year.</param>
/// <param name="Error">Standard error of the slope.</param>
/// <param name="CentreYearsAgo">Weighted mean age of the placements used, in years before the forecast starts.</param>
internal sealed record ResidentialShift(double Slope, double Error, double CentreYearsAgo)
{
    private const double PriorSlope = 0.05;
    private const double DampedAQuarter = 0.95;
    private const double LevelHold = 0.25;

    /// <summary>Fits a logistic slope to the placements that began in the window.</summary>
    public static ResidentialShift Fit(KnownCare care, Recency recency)
    {
        // By month: placements and residential ones, time in years from the start of the forecast.
        var months = (int)((care.Until - care.WindowStart) / CareModel.MonthDays) + 1;
        var all = new double[months];
        var residential = new double[months];
        var weight = 0.0;
        var weightedTime = 0.0;
        foreach (var period in care.Periods)
        {
            for (var index = 0; index < period.Spells.Length; index++)
            {
                var spell = period.Spells[index];
                if (spell.Start < care.WindowStart || !spell.StartKnown || (index == 0 && !period.StartKnown))
                {
                    continue;
                }

                var month = (int)((care.Until - 1 - spell.Start) / CareModel.MonthDays);
                all[month]++;
                residential[month] += ((PlacementState)spell.State).IsResidential() ? 1 : 0;
                weight += recency.Of(spell.Start);
                weightedTime += recency.Of(spell.Start) * (care.Until - spell.Start) / CareModel.YearDays;
            }
        }

        var (slope, error) = Logistic(all, residential);
        return new ResidentialShift(slope, error, weight > 0 ? weightedTime / weight : 0);
    }

    /// <summary>Draws a slope and writes the factor on the odds for each month of the forecast.</summary>
    public void Draw(Xoshiro256 stream, double[] tilt)
    {
        var slope = Slope + (Error * stream.NextNormal());
        var years = CentreYearsAgo;
        for (var month = 0; month < tilt.Length; month++)
        {
            years += Math.Pow(DampedAQuarter, month / 3.0) / 12;

            // Half the variance of the exponent is taken off: odds that spread do not rise on average.
            tilt[month] = Math.Exp((slope * years) - (0.5 * Error * Error * years * years));
        }
    }

    // Two-parameter logistic regression by Newton's method with a normal prior on the slope.
    private static (double Slope, double Error) Logistic(double[] all, double[] residential)
    {
        // The level is held faintly to the overall share, so that all or none being residential stays finite.
        var share = (residential.Sum() + 0.5) / (all.Sum() + 1);
        var overall = Math.Log(share / (1 - share));
        var (level, slope) = (overall, 0.0);
        var error = PriorSlope;
        for (var step = 0; step < 50; step++)
        {
            double g0 = (overall - level) * LevelHold, g1 = -slope / (PriorSlope * PriorSlope), h00 = LevelHold, h01 = 0, h11 = 1 / (PriorSlope * PriorSlope);
            for (var month = 0; month < all.Length; month++)
            {
                var time = -(month + 0.5) / 12;
                var p = 1 / (1 + Math.Exp(-(level + (slope * time))));
                var residual = residential[month] - (p * all[month]);
                var information = all[month] * p * (1 - p);
                g0 += residual;
                g1 += residual * time;
                h00 += information;
                h01 += information * time;
                h11 += information * time * time;
            }

            var determinant = (h00 * h11) - (h01 * h01);
            var moveLevel = ((h11 * g0) - (h01 * g1)) / determinant;
            var moveSlope = ((h00 * g1) - (h01 * g0)) / determinant;
            level += Math.Clamp(moveLevel, -1, 1);
            slope += Math.Clamp(moveSlope, -0.2, 0.2);
            error = Math.Sqrt(h00 / determinant);
            if (Math.Abs(moveLevel) + Math.Abs(moveSlope) < 1e-10)
            {
                break;
            }
        }

        return (slope, error);
    }
}
