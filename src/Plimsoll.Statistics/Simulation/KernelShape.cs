namespace Plimsoll.Statistics.Simulation;

/// <summary>
/// The shape of a multi-state model with two clocks (time since entry, time in the state) and age: how many states and
/// exits there are and where the bands lie. Times are in days. Bands are data, so that the same kernel runs any of them.
/// </summary>
public sealed class KernelShape
{
    /// <summary>Describes a model.</summary>
    /// <param name="states">Number of states in which a subject may be.</param>
    /// <param name="exits">Number of exits, one more being made by the age limit.</param>
    /// <param name="covariates">Number of levels of the covariate of subjects; 1 for none.</param>
    /// <param name="ageEdges">Upper edges of the age bands in days of age; the last is the age at which all leave.</param>
    /// <param name="tariffEdges">Inner edges of the age bands by which occupancy is reported, in days of age.</param>
    /// <param name="stayEdges">Inner edges of the bands of time since entry.</param>
    /// <param name="spellEdges">Inner edges of the bands of time in the state.</param>
    /// <param name="stayLevels">For each band of time since entry, the level (0, 1, ...) that moves see.</param>
    public KernelShape(
        int states, int exits, int covariates, double[] ageEdges, double[] tariffEdges, double[] stayEdges, double[] spellEdges, int[] stayLevels)
    {
        ArgumentNullException.ThrowIfNull(ageEdges);
        ArgumentNullException.ThrowIfNull(tariffEdges);
        ArgumentNullException.ThrowIfNull(stayEdges);
        ArgumentNullException.ThrowIfNull(spellEdges);
        ArgumentNullException.ThrowIfNull(stayLevels);
        if (stayLevels.Length != stayEdges.Length + 1)
        {
            throw new ArgumentException("There is one level for each band of time since entry.", nameof(stayLevels));
        }

        (States, Exits, Covariates) = (states, exits, covariates);
        (AgeEdges, StayEdges, SpellEdges, StayLevels) = (ageEdges, stayEdges, spellEdges, stayLevels);
        AgeLimit = ageEdges[^1];
        Levels = stayLevels.Max() + 1;
        Tariffs = tariffEdges.Length + 1;
        var edges = ageEdges.Concat(tariffEdges.Where(edge => edge < AgeLimit)).Distinct().Order().ToArray();
        SegmentBeforeLimit = [.. edges.Select(edge => AgeLimit - edge)];
        SegmentAge = [.. edges.Select(edge => ageEdges.Count(other => other < edge))];
        SegmentTariff = [.. edges.Select(edge => tariffEdges.Count(other => other < edge))];
    }

    /// <summary>Number of states.</summary>
    public int States { get; }

    /// <summary>Number of exits by hazard. Leaving at the age limit is exit number <see cref="Exits"/>.</summary>
    public int Exits { get; }

    /// <summary>Number of covariate levels.</summary>
    public int Covariates { get; }

    /// <summary>Number of age bands.</summary>
    public int Ages => AgeEdges.Length;

    /// <summary>Number of bands of time since entry.</summary>
    public int Stays => StayEdges.Length + 1;

    /// <summary>Number of bands of time in the state.</summary>
    public int Spells => SpellEdges.Length + 1;

    /// <summary>Number of levels of time since entry that moves see.</summary>
    public int Levels { get; }

    /// <summary>Number of age bands by which occupancy is reported.</summary>
    public int Tariffs { get; }

    /// <summary>Age in days at which all leave.</summary>
    public double AgeLimit { get; }

    /// <summary>Upper edges of the age bands, days of age.</summary>
    public double[] AgeEdges { get; }

    /// <summary>Inner edges of time since entry, days.</summary>
    public double[] StayEdges { get; }

    /// <summary>Inner edges of time in the state, days.</summary>
    public double[] SpellEdges { get; }

    /// <summary>Level that moves see, by band of time since entry.</summary>
    public int[] StayLevels { get; }

    /// <summary>For each segment of age between any two edges: days from its end to the age limit, descending to zero.</summary>
    public double[] SegmentBeforeLimit { get; }

    /// <summary>Age band of each segment.</summary>
    public int[] SegmentAge { get; }

    /// <summary>Tariff band of each segment.</summary>
    public int[] SegmentTariff { get; }

    /// <summary>Number of cells of the exit table.</summary>
    public int ExitCells => Covariates * Ages * States * Stays;

    /// <summary>Number of cells of the move table.</summary>
    public int MoveCells => Ages * States * Spells * Levels;

    /// <summary>Cell of the exit table.</summary>
    public int ExitCell(int covariate, int age, int state, int stay) => (((((covariate * Ages) + age) * States) + state) * Stays) + stay;

    /// <summary>Cell of the move table.</summary>
    public int MoveCell(int age, int state, int spell, int level) => (((((age * States) + state) * Spells) + spell) * Levels) + level;

    /// <summary>Rows of the choice of a next state.</summary>
    public int ChoiceRows => Ages * Levels * States;

    /// <summary>The row of the choice of a next state.</summary>
    public int ChoiceRow(int age, int level, int state) => (((age * Levels) + level) * States) + state;

    /// <summary>The band of a time, given inner edges: a time on an edge belongs to the band after it.</summary>
    public static int Band(double[] edges, double time)
    {
        ArgumentNullException.ThrowIfNull(edges);
        var band = 0;
        while (band < edges.Length && time >= edges[band])
        {
            band++;
        }

        return band;
    }
}
