using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Reports.Tables;

/// <summary>A term that a reader may not know, and what it means here.</summary>
/// <param name="Term">The term.</param>
/// <param name="Meaning">What is counted, and what is not.</param>
public sealed record ReportDefinition(string Term, string Meaning);

/// <summary>A workbook: one sheet for each table and a last one, "About", that says where the numbers come from.</summary>
public sealed record ReportWorkbook
{
    /// <summary>What the workbook is: "Forecast of children in care and cost".</summary>
    public required string Title { get; init; }

    /// <summary>Whose numbers they are: the council.</summary>
    public required string Place { get; init; }

    /// <summary>The tables with the names of their sheets; names are cut and made unique as Excel demands.</summary>
    public required ImmutableArray<(string SheetName, ReportTable Table)> Tables { get; init; }

    /// <summary>What the numbers rest on, each with its value: dataset, forecast, seed, version.</summary>
    public ImmutableArray<FigureInput> Trace { get; init; } = [];

    /// <summary>The terms used.</summary>
    public ImmutableArray<ReportDefinition> Definitions { get; init; } = [];

    /// <summary>What a reader must know about all tables: made-up data, default prices.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
