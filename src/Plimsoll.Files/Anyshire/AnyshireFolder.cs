using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plimsoll.Core.Anyshire;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Files.Care.Writing;

namespace Plimsoll.Files.Anyshire;

/// <summary>What was written for Anyshire.</summary>
/// <param name="ReturnsFolder">The folder that holds the yearly returns and nothing else: what a user imports.</param>
/// <param name="Returns">The files of the five yearly returns.</param>
/// <param name="Prices">The price list.</param>
/// <param name="PlacementCosts">The placement cost sheet.</param>
/// <param name="Budget">The budgets.</param>
/// <param name="Truth">What is really so, marked as made up.</param>
/// <param name="Faults">The mistakes put in on purpose, one a row; only a heading when tidy.</param>
public sealed record AnyshireFiles(
    string ReturnsFolder, ImmutableArray<string> Returns, string Prices, string PlacementCosts, string Budget, string Truth, string Faults);

/// <summary>Writes the made-up council as the files that a real council has, in one directory.</summary>
public static class AnyshireFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes everything; files of the same name are replaced.</summary>
    /// <param name="anyshire">The council.</param>
    /// <param name="directory">The directory; made where it is missing.</param>
    /// <returns>The paths.</returns>
    /// <exception cref="IOException">The files cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory may not be written to.</exception>
    public static AnyshireFiles Write(AnyshireReturns anyshire, string directory)
    {
        ArgumentNullException.ThrowIfNull(anyshire);
        var returns = Directory.CreateDirectory(Path.Combine(directory, "returns")).FullName;
        return new AnyshireFiles(
            returns,
            [.. anyshire.Years.SelectMany(year => ReturnWriter.Write(year, returns))],
            Put(directory, "prices.csv", Prices(anyshire.Prices)),
            Put(directory, "placement-costs.csv", Costs(anyshire.PlacementCosts)),
            Put(directory, "budget.csv", Budgets(anyshire.Budgets)),
            Put(directory, "truth.json", TruthText.Of(anyshire)),
            Put(directory, "faults.csv", Faults(anyshire.Faults)));
    }

    private static string Prices(PriceBook book) => Csv(
        ["state", "ageFrom", "ageTo", "weeklyPrice", "validFrom", "validTo", "source"],
        book.Rows.Select(row => new[]
        {
            row.State.Code(), Whole(row.AgeFrom), Whole(row.AgeTo), row.Weekly.ToString(), Iso(row.Valid.Start), Iso(row.Valid.End?.AddDays(-1)), row.Source,
        }));

    private static string Costs(PlacementCostSheet sheet) => Csv(
        ["child", "provider", "weeklyCore", "weeklyEducation", "weeklyHealth", "start", "end", "framework", "blockOrSpot", "contributions"],
        sheet.Rows.Select(row => new[]
        {
            row.Child.LocalId, row.Provider, row.Core?.ToString() ?? "", row.Education?.ToString() ?? "", row.Health?.ToString() ?? "",
            Iso(row.Days.Start), Iso(row.Days.End),
            row.Framework switch { FrameworkUse.On => "yes", FrameworkUse.Off => "no", _ => "" },
            row.Purchase switch { Purchase.Block => "block", Purchase.Spot => "spot", _ => "" },
            row.Contributions?.ToString() ?? "",
        }));

    private static string Budgets(ImmutableArray<AnyshireBudget> budgets) => Csv(
        ["financialYear", "budget", "source"],
        budgets.Select(row => new[] { row.Year.ToString(), row.Amount.ToString(), row.Source }));

    private static string Faults(ImmutableArray<PlantedFault> faults) => Csv(
        ["kind", "return", "table", "child", "episodeBegan", "says"],
        faults.Select(row => new[]
        {
            row.Kind, ReturnWriter.FolderName(row.CollectionYear), ReturnWriter.FileName(row.Table), row.Child, Iso(row.Commenced), row.Says,
        }));

    private static string Csv(string[] heading, IEnumerable<string[]> rows) =>
        string.Concat(rows.Prepend(heading).Select(row => string.Join(',', row.Select(CsvCell.Quoted)) + "\r\n"));

    private static string Put(string directory, string name, string text)
    {
        var path = Path.Combine(Path.GetFullPath(directory), name);
        File.WriteAllText(path, text, Utf8);
        return path;
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
