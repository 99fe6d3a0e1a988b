using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Tests.Budget;
using Plimsoll.Core.Tests.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Tests.Forecast;

public sealed class PriceModelTests
{
    private const int External = (int)PlacementState.HomeExternal;
    private static readonly DateOnly From = Returns.Day("2021-04-01");
    private static readonly PriceBook Prices = Costs.Prices(5000, PlacementState.WithParents);

    // Children in external homes, in force at the year's end; the second half under ten.
    private static CareDataset Homes(int count) => Returns.Dataset(
        [.. Enumerable.Range(0, count).Select(child => $"C{child:000} 2020-05-01 S C2 K2/PR4 - - @2021")],
        [.. Enumerable.Range(0, count).Select(child => ($"C{child:000}", child * 2 < count ? "2007-01-01" : "2014-01-01"))]);

    private static PlacementCostSheet Sheet(params double[] weekly) =>
        Costs.Sheet([.. weekly.Select((price, child) => FormattableString.Invariant($"C{child:000} 2020-05-01 - {price}"))]);

    private static PriceModel Model(PlacementCostSheet? sheet, CareDataset data, PriceUncertainty? assumptions = null, int[]? edges = null) =>
        PriceModel.At(Prices, sheet, data, From, [.. edges ?? []], assumptions ?? PriceUncertainty.Default);

    private static double MeanOf(PriceDraw draw, int state, int band)
    {
        const int steps = 20_000;
        return Enumerable.Range(0, steps).Average(step => PriceModel.Factor(draw, state, band, (step + 0.5) / steps));
    }

    [Fact]
    public void Without_a_sheet_every_replicate_expects_the_list_price_of_every_placement()
    {
        var model = Model(null, Homes(3), edges: [5, 11]);
        var draw = model.NewDraw();
        for (var replicate = 0UL; replicate < 5; replicate++)
        {
            model.Draw(new Xoshiro256(replicate), draw);
            foreach (var state in PlacementStates.All)
            {
                Assert.Equal(1, MeanOf(draw, (int)state, (int)replicate % 3), 0.002);
            }
        }

        Assert.Empty(model.KnownFactors);
    }

    [Fact]
    public void Without_a_sheet_the_spread_is_the_one_that_is_assumed()
    {
        var model = Model(null, Homes(3));
        var draw = model.NewDraw();
        var spreads = new List<double>();
        for (var replicate = 0UL; replicate < 400; replicate++)
        {
            model.Draw(new Xoshiro256(replicate), draw);
            var middle = Math.Log(PriceModel.Factor(draw, (int)PlacementState.FosterAgency, 0, 0.5));
            spreads.Add(Math.Log(PriceModel.Factor(draw, (int)PlacementState.FosterAgency, 0, 0.8413447)) - middle);
        }

        // The median over replicates: what is not known of a spread is skewed upwards.
        Assert.Equal(0.20, spreads.Order().ElementAt(200), 0.012);
    }

    [Fact]
    public void Children_in_care_keep_their_actual_price_over_the_list_price()
    {
        var model = Model(Sheet(4000, 7500), Homes(3));
        Assert.Equal(0.8, model.KnownFactors[new ChildKey("", "C000")], 10);
        Assert.Equal(1.5, model.KnownFactors[new ChildKey("", "C001")], 10);
        Assert.Equal(2, model.KnownFactors.Count);
    }

    [Fact]
    public void Four_actual_prices_move_the_mean_four_nineteenths_of_the_way()
    {
        var model = Model(Sheet(9500, 9500, 9500, 9500), Homes(6));
        Assert.Equal(1 + (0.9 * 4 / 19), model.MeanFactor(PlacementState.HomeExternal, 0), 10);
        Assert.Equal(1, model.MeanFactor(PlacementState.FosterAgency, 0), 10);
    }

    [Fact]
    public void From_thirty_prices_the_mean_is_the_councils_own_and_draws_scatter_around_it()
    {
        var stream = new Xoshiro256(4);
        var weekly = Enumerable.Range(0, 40).Select(_ => Math.Round(6000 * Math.Exp(0.4 * stream.NextNormal()))).ToArray();
        var model = Model(Sheet(weekly), Homes(40));
        var own = weekly.Average() / 5000;
        Assert.Equal(own, model.MeanFactor(PlacementState.HomeExternal, 0), 8);
        var draw = model.NewDraw();
        var means = new double[2000];
        for (var replicate = 0; replicate < means.Length; replicate++)
        {
            model.Draw(new Xoshiro256((ulong)replicate), draw);
            means[replicate] = Enumerable.Range(0, 200).Average(step => PriceModel.Factor(draw, External, 0, (step + 0.5) / 200));
        }

        Assert.Equal(1, means.Average() / own, 0.01);
        var spread = Math.Sqrt(means.Average(mean => Math.Pow((mean / own) - 1, 2)));
        Assert.InRange(spread, 0.04, 0.12);
    }

    [Fact]
    public void Age_bands_of_the_list_have_means_of_their_own_held_to_that_of_all_ages()
    {
        // Ten at 1.4 times the list from ten years on, ten at 0.8 below.
        var model = Model(
            Sheet([.. Enumerable.Repeat(7000.0, 10), .. Enumerable.Repeat(4000.0, 10)]), Homes(20), edges: [10]);
        var all = ((20 * 1.1) + 15) / 35;
        Assert.Equal(((10 * 0.8) + (15 * all)) / 25, model.MeanFactor(PlacementState.HomeExternal, 0), 10);
        Assert.Equal(((10 * 1.4) + (15 * all)) / 25, model.MeanFactor(PlacementState.HomeExternal, 1), 10);
    }

    [Fact]
    public void Prices_that_began_after_the_as_at_date_are_not_known()
    {
        var data = Homes(3);
        var earlier = PriceModel.At(Prices, Sheet(9000), data, Returns.Day("2020-05-01"), [], PriceUncertainty.Default);
        Assert.Equal(0, earlier.PricesKnown);
        Assert.Equal(1, earlier.MeanFactor(PlacementState.HomeExternal, 0));
    }

    [Fact]
    public void An_ended_placement_is_evidence_at_half_its_weight_a_year_on_and_none_after_two()
    {
        var data = Returns.Dataset(
        [
            "C1 2017-05-01 S C2 K2/PR4 2018-03-01 E4A @2018", "C2 2019-01-01 S C2 K2/PR4 2020-04-01 E4A @2020",
            "C2 2019-01-01 S C2 K2/PR4 2020-04-01 E4A @2019", "C3 2020-05-01 S C2 K2/PR4 - - @2021",
        ]);
        var model = Model(Costs.Sheet("C1 2017-05-01 2018-03-01 20000", "C2 2019-01-01 - 10000", "C3 2020-05-01 - 5000"), data);
        Assert.Equal(2, model.PricesKnown);
        var weight = Math.Pow(0.5, 365 / 365.25);
        var own = (1 + (2 * weight)) / (1 + weight);
        var count = (1 + weight) * (1 + weight) / (1 + (weight * weight));
        Assert.Equal(((count * own) + 15) / (count + 15), model.MeanFactor(PlacementState.HomeExternal, 0), 10);
    }

    [Fact]
    public void A_price_where_the_list_has_none_is_counted_apart_and_a_free_placement_lowers_the_mean()
    {
        var data = Returns.Dataset(["C1 2020-05-01 S C2 P1/PR0 - - @2021", "C2 2020-05-01 S C2 K2/PR1 - - @2021"]);
        var model = Model(Costs.Sheet("C1 2020-05-01 - 300", "C2 2020-05-01 - 0"), data);
        Assert.Equal(new Money(300), model.WeeklyUnlisted);
        Assert.Equal(0, model.KnownFactors[new ChildKey("", "C2")]);
        Assert.Equal(15.0 / 16, model.MeanFactor(PlacementState.HomeInHouse, 0), 10);
    }

    [Fact]
    public void The_same_stream_draws_the_same_prices_bit_for_bit()
    {
        var model = Model(Sheet(4000, 7500, 9000), Homes(3), edges: [5, 11]);
        var (one, other) = (model.NewDraw(), model.NewDraw());
        model.Draw(new Xoshiro256(77), one);
        model.Draw(new Xoshiro256(76), other);
        model.Draw(new Xoshiro256(77), other);
        foreach (var uniform in new[] { 0.01, 0.5, 0.93, 0.999 })
        {
            Assert.Equal(PriceModel.Factor(one, External, 2, uniform), PriceModel.Factor(other, External, 2, uniform));
        }
    }

    [Fact]
    public void A_dear_child_stays_dear_inside_residential_care_only()
    {
        var model = Model(null, Homes(1));
        Assert.Equal((0.5 * 2) + (Math.Sqrt(0.75) * 0.3), model.NextScore(External, (int)PlacementState.Secure, 2, 0.3), 12);
        Assert.Equal(0.3, model.NextScore(External, (int)PlacementState.FosterAgency, 2, 0.3));
        Assert.Equal(0.3, model.NextScore((int)PlacementState.FosterAgency, External, 2, 0.3));
    }

    [Fact]
    public void The_rank_of_a_known_price_is_the_one_that_gives_it()
    {
        var model = Model(null, Homes(1));
        var draw = model.NewDraw();
        model.Draw(new Xoshiro256(5), draw);
        foreach (var factor in new[] { 0.5, 1, 2.5 })
        {
            Assert.Equal(factor, draw.FactorAt(External, 0, draw.ScoreOf(External, 0, factor)), 8);
        }
    }

    [Fact]
    public void Every_assumption_about_prices_is_said()
    {
        var words = string.Join('\n', PriceWords.Assumptions(Model(null, Homes(1)), PriceUncertainty.Default));
        Assert.Contains("No placement costs of the council are loaded", words, StringComparison.Ordinal);
        Assert.Contains("57% for children's home, external, residential school", words, StringComparison.Ordinal);
        Assert.Contains("3.0 for homes and schools run by others", words, StringComparison.Ordinal);
        Assert.All(PriceUncertainty.Default.Spreads.Values, spread => Assert.Contains("judgement", spread.Source, StringComparison.Ordinal));
        Assert.StartsWith("2 children in care are at actual prices", PriceWords.Assumptions(Model(Sheet(4000, 7500), Homes(3)), PriceUncertainty.Default)[0], StringComparison.Ordinal);
        Assert.Empty(PriceWords.Notes(Model(null, Homes(1))));
    }
}
