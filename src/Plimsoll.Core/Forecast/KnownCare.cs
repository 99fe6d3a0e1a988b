using System.Text;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Forecast;

/// <summary>A placement spell as known on the as-at date, in day numbers.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">First day after it, or after what is known.</param>
/// <param name="State">State.</param>
/// <param name="StartKnown">Whether it began on Start.</param>
internal readonly record struct KnownSpell(int Start, int End, int State, bool StartKnown);

/// <summary>A period of care as known on the as-at date.</summary>
/// <param name="Limit">Day number of the eighteenth birthday; null when the date of birth is not known.</param>
/// <param name="Start">First day, or first known day.</param>
/// <param name="End">First day after it, or after what is known.</param>
/// <param name="StartKnown">Whether it began on Start.</param>
/// <param name="IsEntry">Whether its start is an entry to care.</param>
/// <param name="Exit">Number of the exit in <see cref="CareModel.Exits"/>; -1 for none.</param>
/// <param name="Covariate">Covariate level.</param>
/// <param name="IsReturn">Whether the child had gone home or to a special guardian before, inside the records.</param>
/// <param name="Spells">Spells in order.</param>
internal sealed record KnownPeriod(
    int? Limit, int Start, int End, bool StartKnown, bool IsEntry, int Exit, int Covariate, bool IsReturn, KnownSpell[] Spells)
{
    /// <summary>Age in days on a day; only where the date of birth is known.</summary>
    public double AgeOn(int day) => CareModel.AgeLimit - (Limit!.Value - day);
}

/// <summary>A child in care on the as-at date.</summary>
/// <param name="Child">The child, to find its placement's cost.</param>
/// <param name="Key">A number that stands for the child in random streams.</param>
/// <param name="Limit">Day number of the eighteenth birthday; null when not known.</param>
/// <param name="Entered">First day of the period of care, or first known day.</param>
/// <param name="EnteredKnown">Whether that is when care began.</param>
/// <param name="SpellBegan">First day of the placement.</param>
/// <param name="State">State.</param>
/// <param name="Covariate">Covariate level.</param>
/// <param name="LeavesAtOnce">Whether care is known to end on the first day of the forecast.</param>
internal sealed record StockChild(
    ChildKey Child, ulong Key, int? Limit, int Entered, bool EnteredKnown, int SpellBegan, int State, int Covariate, bool LeavesAtOnce);

/// <summary>What was known of all histories at the end of the day before the forecast starts.</summary>
/// <param name="WindowStart">Day number of the first day of the data.</param>
/// <param name="Until">Day number of the first day of the forecast: nothing on or after it is known.</param>
/// <param name="Periods">Periods of care that touch the window.</param>
/// <param name="Stock">Children in care at the end of the as-at date.</param>
/// <param name="Absences">Children who went home or to a special guardian inside the window, once for each time.</param>
internal sealed record KnownCare(int WindowStart, int Until, List<KnownPeriod> Periods, List<StockChild> Stock, List<Absence> Absences)
{
    /// <summary>Years of data.</summary>
    public double WindowYears => (Until - WindowStart) / CareModel.YearDays;

    /// <summary>Whether unknown starts resolve themselves: after five returns whoever was there at the start is in the top band.</summary>
    public bool HasFiveReturns => Until - WindowStart >= (5 * 365);

    /// <summary>Reads what was known.</summary>
    public static KnownCare At(CareDataset data, DateOnly from)
    {
        var until = from.DayNumber;

        // An end on the first day of the forecast is known only where the records reach that far: the last return may
        // close a stay on 1 April.
        var lastKnownEnd = from > data.DataEnd ? until : until - 1;
        var window = data.WindowStart.DayNumber;
        var periods = new List<KnownPeriod>();
        var stock = new List<StockChild>();
        var absences = new List<Absence>();
        foreach (var child in data.Children)
        {
            KnownPeriod? current = null;
            var key = KeyOf(child.Key);
            Absence? away = null;
            foreach (var period in child.Periods)
            {
                if (period.Days.Start.DayNumber >= until)
                {
                    break;
                }

                current = Known(child, period, until, lastKnownEnd, away is not null);
                if (away is { } gone)
                {
                    absences.Add(gone with { Back = current.Start });
                    away = null;
                }

                if (current.End > window)
                {
                    periods.Add(current);
                    if (current.Exit >= 0 && CareReturns.KindOf(current.Exit) >= 0 && !(current.Limit <= current.End))
                    {
                        away = new Absence(key, current.Exit, current.End, null, current.Limit, current.Covariate);
                    }
                }
            }

            if (away is { } still)
            {
                absences.Add(still);
            }

            foreach (var episode in child.Counted)
            {
                if (episode.Days.Contains(from.AddDays(-1)))
                {
                    stock.Add(InStock(child, key, episode, current, until, lastKnownEnd));
                    break;
                }
            }
        }

        return new KnownCare(window, until, periods, stock, absences);
    }

    private static KnownPeriod Known(ChildHistory child, PeriodOfCare period, int until, int lastKnownEnd, bool isReturn)
    {
        var ended = period.Days.End is { } end && end.DayNumber <= lastKnownEnd;
        var last = Math.Min(until, period.Days.End?.DayNumber ?? until);
        var limit = child.Turns18?.DayNumber;
        var exit = ended && period is { Ending: PeriodEnding.Exited, Exit: { } reason } ? CareModel.ExitIndex(reason) : -1;
        var spells = period.Spells
            .Where(spell => spell.Days.Start.DayNumber < last)
            .Select(spell => new KnownSpell(
                spell.Days.Start.DayNumber, Math.Min(last, spell.Days.End?.DayNumber ?? last), (int)spell.State, spell.StartKnown))
            .ToArray();
        return new KnownPeriod(
            limit,
            period.Days.Start.DayNumber,
            last,
            period.StartKnown,
            period.CountsAsEntry,
            exit,
            child.IsUnaccompanied ? CareModel.Unaccompanied : 0,
            isReturn,
            spells);
    }

    private static StockChild InStock(ChildHistory child, ulong key, CountedEpisode episode, KnownPeriod? period, int until, int lastKnownEnd)
    {
        var limit = child.Turns18?.DayNumber;
        var leaves = limit <= until || (episode.EndsCare && episode.Days.End is { } end && end.DayNumber <= lastKnownEnd);
        var spell = period is { Spells: [.., var last] } ? last : new KnownSpell(episode.Days.Start.DayNumber, until, (int)episode.State, false);
        return new StockChild(
            child.Key,
            key,
            limit,
            period?.Start ?? episode.Days.Start.DayNumber,
            period?.StartKnown ?? false,
            spell.Start,
            (int)episode.State,
            child.IsUnaccompanied ? CareModel.Unaccompanied : 0,
            leaves);
    }

    private static ulong KeyOf(ChildKey key)
    {
        var number = 0UL;
        foreach (var part in Encoding.UTF8.GetBytes(key.Authority + "\n" + key.LocalId))
        {
            number = Xoshiro256.Scatter(number ^ part);
        }

        return number;
    }
}
