using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Where moves lead, by state and age. Sparse rows borrow: an age from its stage of childhood in the same state, a state
/// from its group, a group from all moves of that stage. Stages never lend to each other, because what is usual at
/// sixteen (supported accommodation) or at two (placement for adoption) is barred or rare at ten. What cannot be
/// (<see cref="CareModel.CanPlace"/>) stays impossible.
/// </summary>
internal sealed class Destinations
{
    // Strength of each parent in moves (judgement; totals hardly depend on it).
    private const double HoldAge = 4;
    private const double HoldState = 4;
    private const double HoldGroup = 2;

    // Under five, five to fifteen, sixteen and seventeen; by age band.
    private static readonly int[] StageOfAge = [0, 0, 1, 1, 1, 2, 2];
    private const int Stages = 3;

    private readonly KernelShape shape;
    private readonly double[] counted;
    private readonly double[] stageShares;
    private readonly double[] stageMoves;

    private Destinations(KernelShape shape, double[] counted, double[] stageShares, double[] stageMoves) =>
        (this.shape, this.counted, this.stageShares, this.stageMoves) = (shape, counted, stageShares, stageMoves);

    /// <summary>Fits from moves by age band, state and next state.</summary>
    public static Destinations Fit(KernelShape shape, double[] moves)
    {
        var states = shape.States;
        var byState = new double[Stages * states * states];
        for (var age = 0; age < shape.Ages; age++)
        {
            var rows = states * states;
            for (var at = 0; at < rows; at++)
            {
                byState[(StageOfAge[age] * rows) + at] += moves[(age * rows) + at];
            }
        }

        var shares = new double[byState.Length];
        var totals = new double[Stages * states];
        for (var stage = 0; stage < Stages; stage++)
        {
            var own = byState.AsSpan(stage * states * states, states * states);
            var groups = GroupShares(own, states);
            for (var from = 0; from < states; from++)
            {
                var row = own.Slice(from * states, states);
                totals[(stage * states) + from] = Total(row);
                var parent = groups.AsSpan(CareModel.Group(from) * states, states);
                Hold(row, parent, HoldState, shares.AsSpan(((stage * states) + from) * states, states));
            }
        }

        return new Destinations(shape, moves, shares, totals);
    }

    /// <summary>Fills the rows of a choice with mean shares.</summary>
    public void Mean(StateChoice choice) => Fill(choice, null);

    /// <summary>Fills the rows with one draw: shares vary as the number of moves from the state in that stage allows.</summary>
    public void Draw(Xoshiro256 stream, StateChoice choice) => Fill(choice, stream);

    private void Fill(StateChoice choice, Xoshiro256? stream)
    {
        var states = shape.States;
        Span<double> noise = stackalloc double[states];
        Span<double> weights = stackalloc double[states];
        for (var from = 0; from < states; from++)
        {
            var drawn = -1;
            for (var age = 0; age < shape.Ages; age++)
            {
                var parent = (StageOfAge[age] * states) + from;
                if (drawn != parent)
                {
                    Noise(stream, parent, noise);
                    drawn = parent;
                }

                var row = (age * states) + from;
                var sum = 0.0;
                for (var to = 0; to < states; to++)
                {
                    weights[to] = CareModel.CanPlace(to, age)
                        ? (counted[(row * states) + to] + (HoldAge * stageShares[(parent * states) + to])) * noise[to]
                        : 0;
                    sum += weights[to];
                }

                // A draw may leave nothing but what is impossible at this age: then the placement stays of its kind.
                if (!(sum > 0))
                {
                    weights[from] = 1;
                }

                choice.Set(row, weights);
            }
        }
    }

    private void Noise(Xoshiro256? stream, int parent, Span<double> noise)
    {
        for (var to = 0; to < noise.Length; to++)
        {
            var evidence = stageShares[(parent * noise.Length) + to] * (stageMoves[parent] + HoldState);
            noise[to] = stream is null || evidence <= 0 ? 1 : stream.NextGamma(evidence) / evidence;
        }
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
