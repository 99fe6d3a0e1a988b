using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Where moves lead, by state, age and time in care. Sparse rows borrow: an age from its stage of childhood at the same
/// time in care, that from the stage at any time in care, a state from its group, a group from all moves of the stage.
/// Stages never lend to each other, because what is usual at sixteen (supported accommodation) or at two (placement for
/// adoption) is barred or rare at ten. What cannot be (<see cref="CareModel.CanPlace"/>) stays impossible.
/// </summary>
internal sealed class Destinations
{
    // Strength of each parent in moves (judgement; totals hardly depend on it).
    private const double HoldAge = 4;
    private const double HoldLevel = 4;
    private const double HoldState = 4;
    private const double HoldGroup = 2;
    private const double LeastEvidence = 0.1;

    // Under five, five to fifteen, sixteen and seventeen; by age band.
    private static readonly int[] StageOfAge = [0, 0, 1, 1, 1, 2, 2];
    private const int Stages = 3;

    private readonly KernelShape shape;
    private readonly double[] counted;
    private readonly double[] parentShares;
    private readonly double[] parentMoves;

    private Destinations(KernelShape shape, double[] counted, double[] parentShares, double[] parentMoves) =>
        (this.shape, this.counted, this.parentShares, this.parentMoves) = (shape, counted, parentShares, parentMoves);

    /// <summary>Fits from moves by row of choice and next state.</summary>
    public static Destinations Fit(KernelShape shape, double[] moves)
    {
        var states = shape.States;
        var byParent = new double[Stages * shape.Levels * states * states];
        for (var age = 0; age < shape.Ages; age++)
        {
            for (var at = 0; at < shape.Levels * states * states; at++)
            {
                byParent[(StageOfAge[age] * shape.Levels * states * states) + at] += moves[(age * shape.Levels * states * states) + at];
            }
        }

        var shares = new double[byParent.Length];
        var totals = new double[Stages * shape.Levels * states];
        for (var stage = 0; stage < Stages; stage++)
        {
            var own = byParent.AsSpan(stage * shape.Levels * states * states, shape.Levels * states * states);
            var stageShares = StageShares(own, shape);
            for (var row = 0; row < shape.Levels * states; row++)
            {
                var to = own.Slice(row * states, states);
                var parent = stageShares.AsSpan(row % states * states, states);
                var at = (stage * shape.Levels * states) + row;
                totals[at] = Total(to);
                Hold(to, parent, HoldLevel, shares.AsSpan(at * states, states));
            }
        }

        return new Destinations(shape, moves, shares, totals);
    }

    /// <summary>Fills the rows of a choice with mean shares.</summary>
    public void Mean(StateChoice choice) => Fill(choice, null);

    /// <summary>Fills the rows with one draw: shares vary as the number of moves from the state in that stage and time allows.</summary>
    public void Draw(Xoshiro256 stream, StateChoice choice) => Fill(choice, stream);

    private void Fill(StateChoice choice, Xoshiro256? stream)
    {
        var states = shape.States;
        Span<double> noise = stackalloc double[states];
        Span<double> weights = stackalloc double[states];
        for (var row = 0; row < shape.Levels * states; row++)
        {
            var from = row % states;
            var drawn = -1;
            for (var age = 0; age < shape.Ages; age++)
            {
                var parent = (StageOfAge[age] * shape.Levels * states) + row;
                if (drawn != parent)
                {
                    Noise(stream, parent, noise);
                    drawn = parent;
                }

                var at = (age * shape.Levels * states) + row;
                var sum = 0.0;
                for (var to = 0; to < states; to++)
                {
                    weights[to] = CareModel.CanPlace(to, age)
                        ? (counted[(at * states) + to] + (HoldAge * parentShares[(parent * states) + to])) * noise[to]
                        : 0;
                    sum += weights[to];
                }

                // A draw may leave nothing but what is impossible at this age: then the placement stays of its kind.
                if (!(sum > 0))
                {
                    weights[from] = 1;
                }

                choice.Set(at, weights);
            }
        }
    }

    private void Noise(Xoshiro256? stream, int parent, Span<double> noise)
    {
        for (var to = 0; to < noise.Length; to++)
        {
            var evidence = parentShares[(parent * noise.Length) + to] * (parentMoves[parent] + HoldLevel);

            // Of what was hardly ever seen the mean is all there is to say: its draws would be none but for a rare flood.
            noise[to] = stream is null || evidence < LeastEvidence ? 1 : stream.NextGamma(evidence) / evidence;
        }
    }

    // Shares of one stage of childhood by state, at any time in care.
    private static double[] StageShares(ReadOnlySpan<double> byLevel, KernelShape shape)
    {
        var states = shape.States;
        var own = new double[states * states];
        for (var at = 0; at < byLevel.Length; at++)
        {
            own[at % own.Length] += byLevel[at];
        }

        var groups = GroupShares(own, states);
        var shares = new double[own.Length];
        for (var from = 0; from < states; from++)
        {
            var parent = groups.AsSpan(CareModel.Group(from) * states, states);
            Hold(own.AsSpan(from * states, states), parent, HoldState, shares.AsSpan(from * states, states));
        }

        return shares;
    }

    private static double[] GroupShares(ReadOnlySpan<double> own, int states)
    {
        var all = new double[states];
        var byGroup = new double[CareModel.Groups * states];
        for (var from = 0; from < states; from++)
        {
            for (var to = 0; to < states; to++)
            {
                all[to] += own[(from * states) + to];
                byGroup[(CareModel.Group(from) * states) + to] += own[(from * states) + to];
            }
        }

        // Half a move spread evenly, so that nothing that can be is impossible.
        var share = new double[states];
        Hold(all, [.. Enumerable.Repeat(1.0 / states, states)], 0.5, share);
        var shares = new double[byGroup.Length];
        for (var group = 0; group < CareModel.Groups; group++)
        {
            Hold(byGroup.AsSpan(group * states, states), share, HoldGroup, shares.AsSpan(group * states, states));
        }

        return shares;
    }

    private static void Hold(ReadOnlySpan<double> numbers, ReadOnlySpan<double> parent, double strength, Span<double> shares)
    {
        var total = Total(numbers);
        for (var to = 0; to < numbers.Length; to++)
        {
            shares[to] = (numbers[to] + (strength * parent[to])) / (total + strength);
        }
    }

    private static double Total(ReadOnlySpan<double> numbers)
    {
        var total = 0.0;
        foreach (var number in numbers)
        {
            total += number;
        }

        return total;
    }
}
