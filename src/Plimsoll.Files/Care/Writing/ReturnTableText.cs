using System.Globalization;
using System.Text;
using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;

namespace Plimsoll.Files.Care.Writing;

/// <summary>
/// Writes each table of a return as CSV text in the official layout: the column names and order of the SSDA903 return,
/// dates as dd/mm/yyyy, blank for missing, lines ending CR LF.
/// </summary>
public static class ReturnTableText
{
    /// <summary>One table of a return as CSV text, the heading first.</summary>
    public static string Of(SubmittedReturn year, ReturnTable table)
    {
        ArgumentNullException.ThrowIfNull(year);
        var text = new StringBuilder();
        Line(text, TableShapes.Columns(table));
        foreach (var row in Rows(year, table))
        {
            Line(text, row);
        }

        return text.ToString();
    }

    private static IEnumerable<string[]> Rows(SubmittedReturn year, ReturnTable table) => table switch
    {
        ReturnTable.Header => year.Headers.Select(row => new[]
            { row.Child, row.Sex, Date(row.Born), row.Ethnicity, row.Upn, row.Mother, Date(row.FirstChildBorn) }),
        ReturnTable.Episodes => year.Episodes.Select(row => new[]
        {
            row.Child, Date(row.Commenced), row.ReasonNew, row.LegalStatus, row.Need, row.Place, row.Provider, Date(row.Ceased), row.ReasonCeased,
            row.ReasonPlacementChange, row.HomePostcode, row.PlacementPostcode, row.Urn,
        }),
        ReturnTable.Reviews => year.Reviews.Select(row => new[] { row.Child, Date(row.Born), Date(row.Held), row.Participation }),
        ReturnTable.Uasc => year.Unaccompanied.Select(row => new[] { row.Child, row.Sex, Date(row.Born), Date(row.StatusCeased) }),
        ReturnTable.Oc2 => year.Outcomes.Select(row => new[]
        {
            row.Child, Date(row.Born), row.DifficultiesScore?.ToString(CultureInfo.InvariantCulture) ?? "", row.NoScoreReason, row.Convicted,
            row.HealthCheck, row.Immunisations, row.TeethCheck, row.HealthAssessment, row.SubstanceMisuse, row.InterventionReceived,
            row.InterventionOffered,
        }),
        ReturnTable.Oc3 => year.Leavers.Select(row => new[] { row.Child, Date(row.Born), row.InTouch, row.Activity, row.Accommodation }),
        ReturnTable.Ad1 => year.Adoptions.Select(row => new[]
        {
            row.Child, Date(row.Born), Date(row.DecidedInBestInterests), Date(row.Matched), row.ByFosterCarer, row.Adopters, row.SexOfAdopters,
            row.LegalStatusOfAdopters,
        }),
        ReturnTable.PlacedAdoption => year.AdoptionDecisions.Select(row => new[]
            { row.Child, Date(row.Born), Date(row.Decided), Date(row.DecisionCeased), row.ReasonCeased }),
        ReturnTable.PrevPerm => year.EarlierPermanence.Select(row => new[] { row.Child, Date(row.Born), row.Permanence, row.Authority, row.Date }),
        ReturnTable.Missing => year.Missing.Select(row => new[] { row.Child, Date(row.Born), row.Kind, Date(row.Started), Date(row.Ended) }),
        ReturnTable.SwEpisodes => year.SocialWorkers.Select(row => new[]
            { row.Child, Date(row.Born), row.Worker, Date(row.Started), Date(row.Ended), row.Reason }),
        ReturnTable.DoLo => year.Deprivations.Select(row => new[] { row.Child, Date(row.Born), Date(row.Started), Date(row.Ended) }),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "Not a table of the return."),
    };

    private static string Date(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    private static void Line(StringBuilder text, IReadOnlyList<string> cells)
    {
        for (var cell = 0; cell < cells.Count; cell++)
        {
            if (cell > 0)
            {
                text.Append(',');
            }

            text.Append(CsvCell.Quoted(cells[cell]));
        }

        text.Append("\r\n");
    }
}
