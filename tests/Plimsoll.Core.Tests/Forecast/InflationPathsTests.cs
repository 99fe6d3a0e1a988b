using Plimsoll.Core.Forecast;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Tests.Forecast;

public sealed class InflationPathsTests
{
    private const int Foster = (int)PriceGroup.AgencyFoster;
    private const int Homes = (int)PriceGroup.ExternalHomes;
    private static readonly InflationPaths Paths = new(PriceUncertainty.Default, new DateOnly(2025, 10, 1), 60);

    private static double[] Path(ulong seed)
    {
        var factors = new double[InflationPaths.Groups * Paths.Months];
        Paths.Draw(new Xoshiro256(seed), factors);
        return factors;
    }

    private static readonly double[][] Sample = [.. Enumerable.Range(0, 8000).Select(seed => Path((ulong)seed))];

    private static double[] At(int group, int month) =>
        [.. Sample.Select(path => Math.Log(path[(group * Paths.Months) + month]))];

    private static double Mean(double[] values) => values.Average();

    private static double Covariance(double[] a, double[] b)
    {
        var (one, other) = (Mean(a), Mean(b));
        return a.Zip(b, (x, y) => (x - one) * (y - other)).Average();
    }

    [Fact]
    public void On_average_prices_rise_as_the_settings_say()
    {
        foreach (var group in new[] { Foster, Homes })
        {
            Assert.Equal(1, At(group, 59).Average(Math.Exp), 0.003);
        }
    }

    [Fact]
    public void The_spread_grows_with_the_root_of_the_number_of_Aprils()
    {
        Assert.Equal(0.03, Math.Sqrt(Covariance(At(Homes, 6), At(Homes, 6))), 0.0006);
        Assert.Equal(0.03 * Math.Sqrt(5), Math.Sqrt(Covariance(At(Homes, 59), At(Homes, 59))), 0.0013);
        Assert.Equal(0.02, Math.Sqrt(Covariance(At(Foster, 6), At(Foster, 6))), 0.0004);
    }

    [Fact]
    public void A_years_rises_are_correlated_between_groups_and_independent_between_years()
    {
        var (foster, homes) = (At(Foster, 6), At(Homes, 6));
        Assert.Equal(0.6, Covariance(foster, homes) / (0.02 * 0.03), 0.03);
        var later = At(Homes, 18).Zip(homes, (second, first) => second - first).ToArray();
        Assert.Equal(0, Covariance(homes, later) / (0.03 * 0.03), 0.03);
    }

    [Fact]
    public void Prices_move_on_1_April_only_and_not_on_the_first_day_of_the_forecast()
    {
        var path = Path(3);
        for (var month = 1; month < 60; month++)
        {
            var moves = path[(Homes * 60) + month] != path[(Homes * 60) + month - 1];
            Assert.Equal(month % 12 == 6, moves);
        }

        var april = new InflationPaths(PriceUncertainty.Default, new DateOnly(2025, 4, 1), 13);
        var factors = new double[InflationPaths.Groups * 13];
        april.Draw(new Xoshiro256(1), factors);
        Assert.Equal(1, factors[11]);
        Assert.NotEqual(1, factors[12]);
    }

    [Fact]
    public void The_same_stream_gives_the_same_path_bit_for_bit() => Assert.Equal(Path(9), Path(9));

    [Fact]
    public void A_correlation_above_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new InflationPaths(PriceUncertainty.Default with { GroupCorrelation = 1.2 }, new DateOnly(2025, 4, 1), 12));
}
