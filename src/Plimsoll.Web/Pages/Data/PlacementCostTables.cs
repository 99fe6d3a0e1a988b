using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;

namespace Plimsoll.Web.Pages.Data;

/// <summary>The placement cost sheet in force against the placements of the returns.</summary>
public static class PlacementCostTables
{
    /// <summary>How much of the sheet matches, with pounds a week.</summary>
    public static ReportTable Of(PlacementCostSheet sheet, PlacementCostMatch match)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(match);
        var placements = match.InForce.Length + match.WithoutCost.Length;
        return new ReportTable(
            "What is loaded: placement costs",
            $"{sheet.Name}. {InWords.Whole(match.InForce.Length)} of {InWords.Count(placements, "placement", "placements")} in force on {InWords.Date(match.On)} have a cost: "
                + $"{InWords.Pounds(match.WeeklyMatched)} a week is committed for them.",
            new ReportColumn("What", "", ColumnKind.Text),
            [new ReportColumn("Number", "", ColumnKind.Whole), new ReportColumn("A week", "£", ColumnKind.Pounds)],
            [
                ReportRow.Of("Placements with a cost", Cell.Of(match.InForce.Length), Cell.Of(match.WeeklyMatched)),
                ReportRow.Of("Placements without a cost, at list prices", Cell.Of(match.WithoutCost.Length), Cell.Of(match.WeeklyWithoutCost)),
                ReportRow.Of("Costs without a placement", Cell.Of(match.WithoutPlacement.Length), Cell.Of(match.WeeklyWithoutPlacement)),
            ],
            sheet.Name,
            match.On)
        {
            Notes =
            [
                "A week costs core, education and health together, before contributions. Placements that the price list has free of charge need no cost.",
                .. match.OutsideRecords.IsEmpty
                    ? ImmutableArray<string>.Empty
                    : [$"{InWords.Count(match.OutsideRecords.Length, "cost lies", "costs lie")} wholly before or after the returns and are not matched."],
            ],
        };
    }

    /// <summary>Every row of the sheet and every placement that does not match or was left out, with what we did.</summary>
    public static ReportTable Unmatched(PlacementCostSheet sheet, PlacementCostMatch match)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(match);
        var findings = PlacementCostFindings.Of(sheet, match);
        return new ReportTable(
            "Placement costs that do not match",
            findings.IsEmpty ? "Every cost has its placement and every placement its cost." : string.Join(' ', findings.Select(finding => finding.Meaning)),
            new ReportColumn("Child", "", ColumnKind.Text),
            [
                new ReportColumn("File", "", ColumnKind.Text),
                new ReportColumn("Line", "", ColumnKind.Whole),
                new ReportColumn("What we found", "", ColumnKind.Text),
                new ReportColumn("What we did", "", ColumnKind.Text),
            ],
            [
                .. findings.SelectMany(finding => finding.Rows).Select(row => ReportRow.Of(
                    row.Child.Length == 0 ? "none named" : row.Child,
                    Cell.Of(row.File),
                    row.Line == 0 ? Cell.NotApplicable : Cell.Of(row.Line),
                    Cell.Of(row.Says),
                    Cell.Of(row.Did))),
            ],
            sheet.Name,
            match.On);
    }
}
