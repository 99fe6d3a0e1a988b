using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Distributions;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// What placements cost against the price list: children now in care at their actual price where the placement cost sheet
/// tells it, every other placement at a price drawn from the council's own distribution by kind of placement and age. A
/// council without a sheet is expected to pay its list prices exactly, with a spread that is an assumption.
/// </summary>
public sealed class PriceModel
{
    private readonly PriceCell[] cells;
    private readonly int bands;
    private readonly PriceEvidence evidence;
    private readonly double moveCorrelation;
    private readonly double moveRest;

    private PriceModel(PriceCell[] cells, int bands, PriceEvidence evidence, double moveCorrelation)
    {
        (this.cells, this.bands, this.evidence) = (cells, bands, evidence);
        this.moveCorrelation = moveCorrelation;
        moveRest = Math.Sqrt(1 - (moveCorrelation * moveCorrelation));
    }

    /// <summary>Price over list price of the children in care on the as-at date whose actual price is known.</summary>
    public IReadOnlyDictionary<ChildKey, double> KnownFactors => evidence.Current;

    /// <summary>Number of placements whose actual price was learned from, in force or ended not long ago.</summary>
    public int PricesKnown => evidence.Points.Count;

    /// <summary>
    /// Pounds a week of placements in force that the sheet prices but the list does not (or at nothing). They are in no
    /// figure of the forecast, which multiplies list prices, and must be said.
    /// </summary>
    public Money WeeklyUnlisted => evidence.Unlisted;

    /// <summary>Fits.</summary>
    /// <param name="prices">The price list.</param>
    /// <param name="sheet">The placement cost sheet; null when there is none.</param>
    /// <param name="data">The records.</param>
    /// <param name="from">First day of the forecast: only what was known by the end of the day before is used.</param>
    /// <param name="ageEdges">Inner edges of the age bands of the list, <see cref="DailyPrices.AgeEdges"/>.</param>
    /// <param name="assumptions">What is assumed where prices are few.</param>
    public static PriceModel At(
        PriceBook prices,
        PlacementCostSheet? sheet,
        CareDataset data,
        DateOnly from,
        ImmutableArray<int> ageEdges,
        PriceUncertainty assumptions)
    {
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(assumptions);
        var known = sheet is null ? PriceEvidence.None : PriceEvidence.By(sheet, data, prices, from.AddDays(-1));
        var ages = ageEdges.Length + 1;
        var fitted = new PriceCell[PlacementStates.Count * ages];
        foreach (var state in PlacementStates.All)
        {
            var own = known.Points.FindAll(point => point.State == state);
            var all = PriceCell.AtList(assumptions.Spreads[state]).Learn(own);
            for (var band = 0; band < ages; band++)
            {
                // One band holds every child: its prices are not to be counted twice.
                fitted[((int)state * ages) + band] = ages == 1
                    ? all
                    : all.Learn(own.FindAll(point => point.Age is { } age && BandOf(ageEdges, age) == band));
            }
        }

        return new PriceModel(fitted, ages, known, assumptions.MoveCorrelation);
    }

    /// <summary>Mean of price over list price of new placements.</summary>
    public double MeanFactor(PlacementState state, int tariffBand) => cells[((int)state * bands) + tariffBand].Mean;

    /// <summary>The best estimate of the shape of price over list price of new placements; its mean is not <see cref="MeanFactor"/>.</summary>
    public TailedLogNormal Shape(PlacementState state, int tariffBand) => cells[((int)state * bands) + tariffBand].Shape.Distribution;

    /// <summary>Room for the prices of one replicate; one for each thread.</summary>
    public PriceDraw NewDraw() => new(PlacementStates.Count, bands);

    /// <summary>Draws the prices of a replicate: means, spreads and tails that may be the true ones. Allocates nothing.</summary>
    /// <param name="parameters">The replicate's stream for prices.</param>
    /// <param name="draw">Filled.</param>
    public void Draw(Xoshiro256 parameters, PriceDraw draw)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(draw);
        for (var state = 0; state < PlacementStates.Count; state++)
        {
            // What is wrong about the level of a kind of placement is wrong at every age.
            var normal = parameters.NextNormal();
            for (var band = 0; band < bands; band++)
            {
                var cell = cells[(state * bands) + band];
                draw.Set(state, band, cell.DrawShape(parameters), cell.DrawMean(normal));
            }
        }
    }

    /// <summary>Price over list price of a new placement. Allocates nothing.</summary>
    /// <param name="draw">The replicate's prices.</param>
    /// <param name="state">Number of the placement state.</param>
    /// <param name="tariffBand">Age band of the list.</param>
    /// <param name="uniform">The placement's own uniform, from 0 to 1: a higher one is dearer.</param>
    public static double Factor(PriceDraw draw, int state, int tariffBand, double uniform)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return draw.FactorAt(state, tariffBand, StandardNormal.Score(uniform));
    }

    /// <summary>
    /// The score of the next placement of a child: between two residential placements correlated with the last one
    /// (a Gaussian copula), otherwise the new number alone. A standard normal stays one. Allocates nothing.
    /// </summary>
    /// <param name="fromState">State before the move.</param>
    /// <param name="toState">State after it.</param>
    /// <param name="score">Score of the placement before.</param>
    /// <param name="normal">A new standard normal.</param>
    public double NextScore(int fromState, int toState, double score, double normal) =>
        ((PlacementState)fromState).IsResidential() && ((PlacementState)toState).IsResidential()
            ? (moveCorrelation * score) + (moveRest * normal)
            : normal;

    private static int BandOf(ImmutableArray<int> edges, int age)
    {
        var band = 0;
        while (band < edges.Length && age >= edges[band])
        {
            band++;
        }

        return band;
    }
}
