using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Drivers;

namespace Plimsoll.Core.Tests.Forecast.Drivers;

/// <summary>What makes the range of a forecast wide, on a made-up council.</summary>
public sealed class DriverSearchTests
{
    private static readonly ForecastSettings Settings = new() { Months = 25, Replicates = 200, Spread = SpreadMode.Own };

    private static readonly ForecastInputs Inputs = new(new World { StartsADay = 0.1 }.Run().Data, World.Prices);

    private static readonly ForecastResult Forecast = Assert.IsType<ForecastDone>(
        Forecaster.Run(Inputs, Settings, "test", null, CancellationToken.None)).Result;

    private static UncertaintyDrivers Found { get; } = Run(300, threads: 2);

    [Fact]
    public void The_number_at_a_year_and_two_and_the_cost_of_each_whole_year_are_taken_apart()
    {
        Assert.Equal([12, 24, null, null], Found.Figures.Select(figure => figure.MonthsAhead));
        Assert.Equal([null, null, "2026/27", "2027/28"], Found.Figures.Select(figure => figure.Year?.ToString()));
        Assert.Equal(Forecast.Months[11].Month, Found.Figures[0].Month);
        Assert.Equal(Forecast.Id, Found.Forecast);
    }

    [Fact]
    public void Shares_add_up_to_one_and_their_whole_per_cents_to_a_hundred()
    {
        Assert.All(Found.Figures, figure =>
        {
            Assert.Equal(1, figure.Shares.Sum(share => share.Share));
            Assert.Equal(100, figure.Shares.Sum(share => share.WholePercent));
            Assert.All(figure.Shares, share => Assert.InRange(share.Share, 0, 1));
            Assert.All(figure.Shares, share => Assert.InRange(share.StandardError, 0, 0.1));
            Assert.Equal(DriverGroups.All, figure.Shares.Select(share => share.Group));
        });
    }

    [Fact]
    public void The_variance_is_that_of_the_forecast_itself()
    {
        // The forecast draws the same futures from other numbers: standard deviations agree but for chance.
        foreach (var figure in Found.Figures)
        {
            var spread = figure.Month is { } month
                ? Forecast.Months.First(one => one.Month == month).InCare
                : Forecast.Years.First(one => one.Year == figure.Year).Cost;
            Assert.InRange(figure.StandardDeviation / ((spread.P90 - spread.P10) / 2.563), 0.7, 1.4);
        }
    }

    [Fact]
    public void Prices_make_no_number_of_children_uncertain_but_the_cost()
    {
        Assert.All(Found.Figures.Where(figure => figure.Month is not null), figure => Assert.Equal(0, figure.Of(DriverGroup.Prices).Share));

        // In a first year that begins on 1 April no rise is open yet, and without own prices the list is the average.
        Assert.InRange(Found.Figures.Last(figure => figure.Year is not null).Of(DriverGroup.Prices).Share, 0.001, 1);
        var asked = Assert.IsType<ForecastDone>(Forecaster.Run(Inputs, Settings with { Prices = PriceMode.List }, "test", null, CancellationToken.None)).Result;
        var list = Assert.IsType<DriversDone>(DriverSearch.Run(Inputs, asked, new DriversSettings(100, 2), "test", null, CancellationToken.None)).Result;
        Assert.All(list.Figures, figure => Assert.Equal(0, figure.Of(DriverGroup.Prices).Share));
    }

    [Fact]
    public void Chance_counts_for_less_the_further_ahead()
    {
        Assert.True(Found.Figures[0].Of(DriverGroup.Chance).Share > Found.Figures[1].Of(DriverGroup.Chance).Share);
        Assert.InRange(Found.Figures[0].Of(DriverGroup.Chance).Share, 0.1, 0.95);
    }

    [Fact]
    public void Threads_change_no_figure()
    {
        var (one, two) = (Run(100, threads: 1), Run(100, threads: 2));
        Assert.Equal(one.Figures.SelectMany(figure => figure.Shares), two.Figures.SelectMany(figure => figure.Shares));
    }

    [Fact]
    public void What_cannot_be_worked_out_is_refused_in_words_and_a_run_can_be_stopped()
    {
        DriversRefused Refused(ForecastInputs inputs, DriversSettings settings, string version) => Assert.IsType<DriversRefused>(
            DriverSearch.Run(inputs, Forecast, settings, version, null, CancellationToken.None));

        Assert.Contains("99 pairs", Refused(Inputs, new DriversSettings(99), "test").What, StringComparison.Ordinal);
        Assert.Contains("another version", Refused(Inputs, new DriversSettings(), "later").What, StringComparison.Ordinal);
        var other = Inputs with { Prices = Inputs.Prices with { Name = "Other prices" } };
        Assert.Contains("Run the forecast again", Refused(other, new DriversSettings(), "test").ToDo, StringComparison.Ordinal);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => DriverSearch.Run(Inputs, Forecast, new DriversSettings(), "test", null, stop.Token));
    }

    [Fact]
    public void A_sentence_names_what_counts_most()
    {
        var figure = Found.Figures[0];
        var words = DriversWords.Sentence(figure);
        Assert.Contains($"{figure.Largest.Group.InText()} ({figure.Largest.WholePercent}%)", words, StringComparison.Ordinal);
        Assert.StartsWith(words, DriversWords.Answer(Found), StringComparison.Ordinal);
    }

    private static UncertaintyDrivers Run(int rows, int threads) => Assert.IsType<DriversDone>(
        DriverSearch.Run(Inputs, Forecast, new DriversSettings(rows, threads), "test", null, CancellationToken.None)).Result;
}
