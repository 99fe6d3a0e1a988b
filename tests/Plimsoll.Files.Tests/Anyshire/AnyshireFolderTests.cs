using System.Globalization;
using System.Text.Json;
using Plimsoll.Core.Anyshire;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Files.Anyshire;
using Plimsoll.Files.Budget;
using Plimsoll.Files.Care;
using Plimsoll.Files.Care.Writing;

namespace Plimsoll.Files.Tests.Anyshire;

public sealed class AnyshireFolderTests(AnyshireFolders folders) : IClassFixture<AnyshireFolders>
{
    private static readonly DateOnly Today = AnyshireFolders.Today;
    private static readonly CodeLists Codes = CodeListFiles.Load();
    private static readonly AnyshireReturns Tidy = AnyshireFolders.TidyCouncil;

    [Fact]
    public void Five_folders_hold_the_tables_collected_in_each_year_and_nothing_else_lies_among_them()
    {
        var files = folders.Tidy;
        Assert.Equal(10 + 10 + 11 + 11 + 11, files.Returns.Length);
        Assert.Equal(
            files.Returns.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(files.ReturnsFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"],
            Directory.EnumerateDirectories(files.ReturnsFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.False(File.Exists(Path.Combine(files.ReturnsFolder, "2022-23", "SWEpisodes.csv")));
        Assert.True(File.Exists(Path.Combine(files.ReturnsFolder, "2023-24", "SWEpisodes.csv")));
    }

    [Fact]
    public void Episodes_read_back_by_splitting_at_commas_are_the_episodes_that_were_written()
    {
        var files = folders.Tidy;
        foreach (var year in Tidy.Years)
        {
            var lines = File.ReadAllLines(Path.Combine(files.ReturnsFolder, ReturnWriter.FolderName(year.CollectionYear), "Episodes.csv"));
            Assert.Equal(year.Episodes.Length + 1, lines.Length);
            foreach (var (row, line) in year.Episodes.Zip(lines.Skip(1)))
            {
                var cells = line.Split(',');
                Assert.Equal(13, cells.Length);
                Assert.Equal((row.Child, row.ReasonNew, row.LegalStatus, row.Need), (cells[0], cells[2], cells[3], cells[4]));
                Assert.Equal((row.Place, row.Provider, row.ReasonCeased, row.ReasonPlacementChange), (cells[5], cells[6], cells[8], cells[9]));
                Assert.Equal((row.HomePostcode, row.PlacementPostcode, row.Urn), (cells[10], cells[11], cells[12]));
                Assert.Equal(row.Commenced, Day(cells[1]));
                Assert.Equal(row.Ceased, cells[7].Length == 0 ? null : Day(cells[7]));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_code_is_valid_in_the_year_of_its_return(ulong seed)
    {
        foreach (var year in AnyshireWorld.Make(seed, Today, Untidiness.None).Years)
        {
            void Valid(CodeList list, IEnumerable<string> codes) =>
                Assert.All(codes.Where(code => code.Length > 0).Distinct(), code => Assert.True(list.Allows(code, year.CollectionYear), $"{list.Name} {code} in {year.CollectionYear}"));
            Valid(Codes.PlacementType, year.Episodes.Select(row => row.Place));
            Valid(Codes.Provider, year.Episodes.Select(row => row.Provider));
            Valid(Codes.LegalStatus, year.Episodes.Select(row => row.LegalStatus));
            Valid(Codes.ReasonNewEpisode, year.Episodes.Select(row => row.ReasonNew));
            Valid(Codes.ReasonEpisodeCeased, year.Episodes.Select(row => row.ReasonCeased));
            Valid(Codes.CategoryOfNeed, year.Episodes.Select(row => row.Need));
            Valid(Codes.ReasonPlacementChange, year.Episodes.Select(row => row.ReasonPlacementChange));
            Valid(Codes.Sex, year.Headers.Select(row => row.Sex));
            Valid(Codes.Ethnicity, year.Headers.Select(row => row.Ethnicity));
            Assert.All(year.Episodes, row => Assert.Equal(row.Place is ['T', ..] or ['Z', ..], row.Provider.Length == 0));
        }
    }

    [Fact]
    public void Tidy_returns_are_read_without_a_finding_but_the_note_on_children_already_in_care()
    {
        var data = Import(folders.Tidy);
        Assert.Equal(["in-care-before"], data.Findings.Select(finding => finding.Rule));
        Assert.Equal(Tidy.LastDay, data.DataEnd);
    }

    [Fact]
    public void The_number_in_care_that_is_read_is_the_true_number_in_every_placement_state()
    {
        var data = Import(folders.Tidy);
        var read = Stock.Children(data, Tidy.LastDay).CountBy(child => child.Episode.State).ToDictionary();
        Assert.Equal(Tidy.Truth.InCareOnLastDay, read.Values.Sum());
        Assert.All(PlacementStates.All, state => Assert.Equal(Tidy.Truth.ByPlacementOnLastDay[state], read.GetValueOrDefault(state)));
    }

    [Theory]
    [InlineData("no-reason-ceased", "148")]
    [InlineData("reason-without-end", "148")]
    [InlineData("unknown-placement-code", "146")]
    [InlineData("unknown-provider-code", "178")]
    [InlineData("no-provider", "526")]
    [InlineData("one-day-gap", "one-day-gap")]
    [InlineData("overlap", "501")]
    [InlineData("ended-before-it-began", "356")]
    [InlineData("no-start", "missing-start")]
    [InlineData("open-past-eighteen", "past-18")]
    [InlineData("no-header", "no-header")]
    [InlineData("no-date-of-birth", "102")]
    [InlineData("unknown-ethnicity-code", "103")]
    public void An_everyday_fault_is_found_by_the_import_with_its_child(string kind, string rule)
    {
        var data = Import(folders.Everyday);
        var found = data.Findings.Where(finding => finding.Rule == rule).SelectMany(finding => finding.Rows).Select(row => row.Child).ToHashSet();
        var planted = AnyshireFolders.EverydayCouncil.Faults.Where(fault => fault.Kind == kind).Select(fault => fault.Child).ToList();
        Assert.NotEmpty(planted);
        Assert.Empty(planted.Except(found));
    }

    [Fact]
    public void Truth_prices_and_budget_say_that_they_are_made_up()
    {
        var files = folders.Tidy;
        using var truth = JsonDocument.Parse(File.ReadAllText(files.Truth));
        Assert.StartsWith("Made up", truth.RootElement.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal(60, truth.RootElement.GetProperty("future").GetProperty("months").GetArrayLength());
        Assert.Equal(AnyshireRates.InWords().Length, truth.RootElement.GetProperty("rates").GetArrayLength());
        var prices = File.ReadAllLines(files.Prices);
        Assert.Equal("state,ageFrom,ageTo,weeklyPrice,validFrom,validTo,source", prices[0]);
        Assert.All(prices.Skip(1), line => Assert.EndsWith("(made up)", line, StringComparison.Ordinal));
        Assert.Equal(3, File.ReadAllLines(files.Budget).Length);
        Assert.Single(File.ReadAllLines(files.Faults));
    }

    [Fact]
    public void The_placement_costs_match_the_placements_but_for_a_few_both_ways()
    {
        var data = Import(folders.Everyday);
        var sheet = Assert.IsType<PlacementCostOutcome.Read>(PlacementCostReader.Read(folders.Everyday.PlacementCosts)).Sheet;
        Assert.Empty(sheet.Findings);
        Assert.Equal(
            AnyshireFolders.EverydayCouncil.PlacementCosts.Rows.Select(row => row with { Source = default }),
            sheet.Rows.Select(row => row with { Source = default }));
        var match = PlacementCosts.Match(sheet, data, AnyshireFolders.EverydayCouncil.Prices, data.DataEnd);
        Assert.InRange(match.InForce.Length, 330, 520);
        Assert.InRange(match.WithoutPlacement.Length, 4, 20);
        Assert.InRange(match.WithoutCost.Length, 6, 30);
        Assert.Contains(match.WithoutPlacement, found => found.Reason == NoPlacement.PlacementEnded);
        Assert.Contains(match.WithoutPlacement, found => found.Reason == NoPlacement.ChildNotKnown);

        // Two exact lists of the same placements: actual prices are those of the list on average.
        var listed = match.InForce.Sum(placement => PriceTable.For(
            AnyshireFolders.EverydayCouncil.Prices, placement.Spell.State,
            placement.Child.Born is { } born ? Ages.On(born, match.On) : null, match.On) is PriceListed price ? price.Row.Weekly.Pounds : 0);
        Assert.InRange(match.WeeklyMatched.Pounds / listed, 0.9m, 1.1m);
    }

    [Fact]
    public void Written_twice_every_file_is_the_same_to_the_byte()
    {
        var first = folders.Tidy;
        var again = folders.TidyAgain();
        Assert.All(first.Returns.Zip(again.Returns), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
        Assert.Equal(File.ReadAllBytes(first.Truth), File.ReadAllBytes(again.Truth));
        Assert.Equal(File.ReadAllBytes(first.Prices), File.ReadAllBytes(again.Prices));
        Assert.Equal(File.ReadAllBytes(first.PlacementCosts), File.ReadAllBytes(again.PlacementCosts));
    }

    private static CareDataset Import(AnyshireFiles files)
    {
        var read = Assert.IsType<ReadOutcome.Read>(ReturnReader.Read([files.ReturnsFolder], Today, Codes, null, TestContext.Current.CancellationToken));
        return CareDatasetBuilder.Build("test", read.Rows, Codes);
    }

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "dd/MM/yyyy", CultureInfo.InvariantCulture);
}
