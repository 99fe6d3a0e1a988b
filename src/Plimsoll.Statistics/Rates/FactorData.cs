namespace Plimsoll.Statistics.Rates;

/// <summary>What a table of rates is fitted from.</summary>
/// <param name="Levels">For each cell and factor, the level; -1 where the factor adds nothing.</param>
/// <param name="LevelCounts">Number of levels of each factor.</param>
/// <param name="Events">Events of each cell.</param>
/// <param name="Exposure">Time at risk of each cell; cells without any are filled from the others.</param>
/// <param name="IsPossible">False where the event cannot happen: the rate there is zero by decision.</param>
/// <param name="Pairs">Pairs of factors whose cells may depart from the main effects, shrunk to them.</param>
/// <param name="Ridge">Penalty on each main effect; one over the variance of its prior.</param>
/// <param name="PriorRate">The rate to which half an event of evidence points while the data have few events.</param>
public sealed record FactorData(
    int[,] Levels,
    int[] LevelCounts,
    double[] Events,
    double[] Exposure,
    bool[] IsPossible,
    (int First, int Second)[] Pairs,
    double Ridge,
    double PriorRate);
