using System.Runtime.CompilerServices;

namespace Plimsoll.Statistics.Simulation;

/// <summary>
/// The shape of a multi-state model with two clocks (time since entry, time in the state) and age: how many states and
/// exits there are and where the bands lie. Times are in days, or in any other unit that all of edges, rates and calendar
/// share. Bands are data, so that the same kernel runs any of them.
/// </summary>
public sealed class KernelShape
{
    private const int AgeSteps = 256;

    private readonly byte[] firstSegment;
    private readonly double stepsPerTime;
    private readonly int[] spellLevels;
    private readonly int[] moveGroups;

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
        (Ages, Stays, Spells) = (ageEdges.Length, stayEdges.Length + 1, spellEdges.Length + 1);
        (StayStops, SpellStops) = ([.. stayEdges, double.PositiveInfinity], [.. spellEdges, double.PositiveInfinity]);
        AgeLimit = ageEdges[^1];
        stepsPerTime = AgeSteps / AgeLimit;
        Levels = stayLevels.Max() + 1;
        Tariffs = tariffEdges.Length + 1;
        var edges = ageEdges.Concat(tariffEdges.Where(edge => edge < AgeLimit)).Distinct().Order().ToArray();
        SegmentBeforeLimit = [.. edges.Select(edge => AgeLimit - edge)];
        SegmentAge = [.. edges.Select(edge => ageEdges.Count(other => other < edge))];
        SegmentTariff = [.. edges.Select(edge => tariffEdges.Count(other => other < edge))];
        firstSegment = [.. Enumerable.Range(0, AgeSteps + 1).Select(step => (byte)edges.Count(edge => edge < AgeLimit * (AgeSteps - step - 2) / AgeSteps))];
        (spellLevels, SpellLevelCount) = (new int[spellEdges.Length + 1], 1);
        (moveGroups, MoveGroupCount) = (new int[states], 1);
    }

    /// <summary>Number of states.</summary>
    public int States { get; }

    /// <summary>Number of exits by hazard. Leaving at the age limit is exit number <see cref="Exits"/>.</summary>
    public int Exits { get; }

    /// <summary>Number of covariate levels.</summary>
    public int Covariates { get; }

    /// <summary>Number of age bands.</summary>
    public int Ages { get; }

    /// <summary>Number of bands of time since entry.</summary>
    public int Stays { get; }

    /// <summary>Number of bands of time in the state.</summary>
    public int Spells { get; }

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

    /// <summary>Upper edges of time since entry, the last of them never reached.</summary>
    internal double[] StayStops { get; }

    /// <summary>Upper edges of time in the state, the last of them never reached.</summary>
    internal double[] SpellStops { get; }

    /// <summary>Level that moves see, by band of time since entry.</summary>
    public int[] StayLevels { get; }

    /// <summary>Level that the choice of a next state sees, by band of time in the state; one level unless said otherwise.</summary>
    /// <exception cref="ArgumentException">Not one level (0, 1, ...) for each band.</exception>
    public int[] SpellLevels
    {
        get => spellLevels;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Length != Spells || value.Min() < 0)
            {
                throw new ArgumentException("There is one level for each band of time in the state.", nameof(value));
            }

            (spellLevels, SpellLevelCount) = (value, value.Max() + 1);
        }
    }

    /// <summary>Number of levels of time in the state that choices see.</summary>
    public int SpellLevelCount { get; private init; }

    /// <summary>Group of moves by the state moved from: moves drift and change by group. One group unless said otherwise.</summary>
    /// <exception cref="ArgumentException">Not one group (0, 1, ...) for each state.</exception>
    public int[] MoveGroups
    {
        get => moveGroups;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Length != States || value.Min() < 0)
            {
                throw new ArgumentException("There is one group for each state.", nameof(value));
            }

            (moveGroups, MoveGroupCount) = (value, value.Max() + 1);
        }
    }

    /// <summary>Number of groups of moves.</summary>
    public int MoveGroupCount { get; private init; }

    /// <summary>Where moves may lead.</summary>
    public MoveTargets Targets { get; init; }

    /// <summary>Number of places to which a choice may lead: the states and, where moves may lead there, after them the exits.</summary>
    public int Places => Targets == MoveTargets.StatesAndExits ? States + Exits : States;

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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ExitCell(int covariate, int age, int state, int stay) => (((((covariate * Ages) + age) * States) + state) * Stays) + stay;

    /// <summary>Cell of the move table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MoveCell(int age, int state, int spell, int level) => (((((age * States) + state) * Spells) + spell) * Levels) + level;

    /// <summary>Rows of the choice of a next place.</summary>
    public int ChoiceRows => Ages * Levels * SpellLevelCount * States;

    /// <summary>The row of the choice of a next place, where choices do not see the time in the state.</summary>
    public int ChoiceRow(int age, int level, int state) => ChoiceRow(age, level, 0, state);

    /// <summary>The row of the choice of a next place.</summary>
    public int ChoiceRow(int age, int level, int spellLevel, int state) =>
        (((((age * Levels) + level) * SpellLevelCount) + spellLevel) * States) + state;

    /// <summary>State of a cell of the move table.</summary>
    public int StateOfMoveCell(int cell) => cell / (Spells * Levels) % States;

    /// <summary>The segment of age at a time.</summary>
    /// <param name="limit">When the age limit is reached, after the time.</param>
    /// <param name="time">The time.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int SegmentAt(double limit, double time)
    {
        // A coarse table leads near, never beyond; ages before birth begin at the first segment.
        int segment = firstSegment[double.ConvertToIntegerNative<int>(double.MinNative((limit - time) * stepsPerTime, AgeSteps))];
        var before = SegmentBeforeLimit;
        while (limit - before[segment] <= time)
        {
            segment++;
        }

        return segment;
    }

    /// <summary>The band of a time, given inner edges: a time on an edge belongs to the band after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
