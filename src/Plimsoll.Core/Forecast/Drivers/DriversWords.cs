using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Drivers;

/// <summary>Shares of variance in words.</summary>
public static class DriversWords
{
    /// <summary>What a share is and what it is not.</summary>
    public const string HowToRead =
        "Shares are of the variance: the part of the uncertainty that is due to each cause. They sum to 100%, and are neither shares of the cost nor of the range in pounds. "
        + "A large share says where knowledge is missing, not that somebody has done badly.";

    /// <summary>What the shares leave out, to stand beside them.</summary>
    public const string OfTheSimulation =
        "The shares explain the range of the simulation. Where the forecast was widened to what councils' history or your own tests ask for, the extra width has no cause of its own here: it stands for changes that five years of records do not show.";

    /// <summary>A sentence for the number a year ahead (or at the end) and one for the first year forecast as a whole.</summary>
    public static string Answer(UncertaintyDrivers drivers)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        var figures = new[] { drivers.Figures.FirstOrDefault(figure => figure.Month is not null), drivers.Figures.FirstOrDefault(figure => figure.Year is not null) };
        return string.Join(" ", figures.OfType<DrivenFigure>().Select(Sentence));
    }

    /// <summary>"What makes the number of children at the end of March 2027 uncertain is mostly chance (62%), then how many children start care (25%)."</summary>
    public static string Sentence(DrivenFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var subject = figure.Month is { } month ? $"the number of children at the end of {InWords.Month(month)}" : $"the cost of {figure.Year}";
        if (figure.StandardDeviation == 0)
        {
            return $"Nothing makes {subject} uncertain in this forecast.";
        }

        var shares = figure.Shares.OrderByDescending(share => share.Share).Take(2).ToList();
        return $"What makes {subject} uncertain is {(shares[0].WholePercent > 50 ? "mostly " : "above all ")}{In(shares[0])}, then {In(shares[1])}.";
    }

    /// <summary>The largest standard error of a figure's shares in percentage points: "2 points".</summary>
    public static string Points(DrivenFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var points = (int)Math.Ceiling(100 * figure.Shares.Max(share => share.StandardError));
        return InWords.Count(points, "point", "points");
    }

    /// <summary>In running text: "how many children start care".</summary>
    public static string InText(this DriverGroup group) => group switch
    {
        DriverGroup.Starts => "how many children start care",
        DriverGroup.Mix => "who starts",
        DriverGroup.Exits => "how soon children leave",
        DriverGroup.Moves => "moves between placements",
        DriverGroup.Prices => "prices and their rises",
        DriverGroup.Chance => "chance in single children's lives",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    private static string In(DriverShare share) => $"{share.Group.InText()} ({share.WholePercent}%)";
}
