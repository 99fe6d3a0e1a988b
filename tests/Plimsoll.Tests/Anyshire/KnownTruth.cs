using Plimsoll.Core.Anyshire;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Files.Anyshire;
using Plimsoll.Files.Care;

namespace Plimsoll.Tests.Anyshire;

/// <summary>
/// Forecasts on the made-up council against the rates that it was made from: the whole way from files on disk to the
/// forecast, judged by what the true world does on average from the same last day.
/// </summary>
public sealed class KnownTruth : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly int[] Horizons = [12, 24, 36, 60];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-truth-");

    public static TheoryData<ulong> Councils => [1, 2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(Councils))]
    public void The_range_covers_the_known_truth(ulong seed)
    {
        var anyshire = AnyshireWorld.Make(seed, Today, Untidiness.Everyday);
        var forecast = Forecast(anyshire, new ForecastSettings());
        var truth = anyshire.Truth.Future(replicates: 100, seed, months: 60);
        Assert.Equal(anyshire.LastDay, forecast.AsAt);
        foreach (var horizon in Horizons)
        {
            var said = forecast.Months[horizon - 1].InCare;
            var expected = truth[horizon - 1].InCare.Mean;
            Assert.True(
                said.P10 <= expected && expected <= said.P90,
                $"Month {horizon}: the truth is {expected:0.0} on average; the forecast says {said.P10:0.0} to {said.P90:0.0}.");
        }
    }

    [Fact]
    public void Another_seed_moves_the_headline_by_chance_alone()
    {
        // 1,000 futures leave a standard error of a fifth of a per cent on the mean cost of a year.
        var anyshire = AnyshireWorld.Make(AnyshireWorld.DemonstrationSeed, Today, Untidiness.None);
        var costs = Enumerable.Range(1, 4)
            .Select(seed => Forecast(anyshire, new ForecastSettings { Seed = (ulong)seed, Months = 24 }).Years[0].Cost.Mean)
            .ToList();
        Assert.InRange((costs.Max() - costs.Min()) / costs.Average(), 0, 0.01);
    }

    [Fact]
    public void Placements_sum_to_the_cost_and_the_number_of_every_month()
    {
        var forecast = Forecast(AnyshireWorld.Make(2, Today, Untidiness.None), new ForecastSettings { Months = 12 });
        Assert.All(forecast.Months, month =>
        {
            Assert.Equal(month.Cost.Mean, PlacementStates.All.Sum(state => month.CostByPlacement[state].Mean), month.Cost.Mean * 1e-5);
            Assert.Equal(month.InCare.Mean, PlacementStates.All.Sum(state => month.ByPlacement[state].Mean), 0.01);
        });
    }

    [Fact]
    public void The_line_is_close_to_the_truth_and_the_placements_with_it()
    {
        var errors = new List<double>();
        var covered = 0;
        var asked = 0;
        foreach (var seed in Councils.Select(row => row.Data))
        {
            var anyshire = AnyshireWorld.Make(seed, Today, Untidiness.None);
            var forecast = Forecast(anyshire, new ForecastSettings { Spread = SpreadMode.Own });
            var truth = anyshire.Truth.Future(replicates: 100, seed, months: 24);
            var (said, real) = (forecast.Months[23], truth[23]);
            errors.Add(Math.Abs(said.InCare.P50 - real.InCare.Mean) / real.InCare.Mean);
            foreach (var state in PlacementStates.All.Where(state => real.ByPlacement[state].Mean >= 15))
            {
                asked++;
                covered += said.ByPlacement[state].P5 <= real.ByPlacement[state].Mean && real.ByPlacement[state].Mean <= said.ByPlacement[state].P95 ? 1 : 0;
            }
        }

        Assert.True(errors.Average() < 0.06, $"Mean absolute error of the total at two years is {errors.Average():P1}.");
        Assert.True(covered >= 0.8 * asked, $"{covered} of {asked} placements are covered at two years.");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private ForecastResult Forecast(AnyshireReturns anyshire, ForecastSettings settings)
    {
        var codes = CodeListFiles.Load();
        var files = AnyshireFolder.Write(anyshire, Path.Combine(folder.FullName, $"{anyshire.Seed}-{anyshire.Faults.Length}"));
        var read = Assert.IsType<ReadOutcome.Read>(ReturnReader.Read([files.ReturnsFolder], Today, codes, progress: null, TestContext.Current.CancellationToken));
        var data = CareDatasetBuilder.Build("truth", read.Rows, codes);
        var outcome = Forecaster.Run(data, anyshire.Prices, settings, "test", progress: null, TestContext.Current.CancellationToken);
        return Assert.IsType<ForecastDone>(outcome).Result;
    }
}
