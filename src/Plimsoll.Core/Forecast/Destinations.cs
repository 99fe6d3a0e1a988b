using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Where moves lead, by state and age. Sparse rows borrow: an age from its state, a state from its group, a group from
/// all moves. What cannot be (<see cref="CareModel.CanPlace"/>) stays impossible.
/// </summary>
internal sealed class Destinations
{
    // Strength of each parent in moves (judgement; totals hardly depend on it).
    private const double HoldAge = 8;
    private const double HoldState = 4;
    private const double HoldGroup = 2;

    private readonly KernelShape shape;
    private readonly double[] state;
    private readonly double[] counted;
    private readonly double[] stateMoves;

    private Destinations(KernelShape shape, double[] state, double[] counted, double[] stateMoves) =>
        (this.shape, this.state, this.counted, this.stateMoves) = (shape, state, counted, stateMoves);

    /// <summary>Fits from moves by age band, state and next state.</summary>
    public static Destinations Fit(KernelShape shape, double[] moves)
    {
        var states = shape.States;
        var byState = new double[states * states];
        var byGroup = new double[CareModel.Groups * states];
        var all = new double[states];
        for (var row = 0; row < shape.Ages * states; row++)
        {
            for (var to = 0; to < states; to++)
            {
                var number = moves[(row * states) + to];
                byState[(row % states * states) + to] += number;
                byGroup[(CareModel.Group(row % states) * states) + to] += number;
                all[to] += number;
            }
        }

        var total = all.Sum();
        var share = all.Select(number => (number + (1.0 / states)) / (total + 1)).ToArray();
        var group = Held(byGroup, CareModel.Groups, states, HoldGroup, _ => share);
        var parents = Enumerable.Range(0, CareModel.Groups).Select(which => group.AsSpan(which * states, states).ToArray()).ToArray();
        var shareByState = Held(byState, states, states, HoldState, from => parents[CareModel.Group(from)]);
        var movesByState = Enumerable.Range(0, states).Select(from => byState.AsSpan(from * states, states).ToArray().Sum()).ToArray();
        return new Destinations(shape, shareByState, moves, movesByState);
    }

    /// <summary>Fills the rows of a choice with mean shares.</summary>
    public void Mean(StateChoice choice) => Fill(choice, null);

    /// <summary>Fills the rows with one draw: each state's shares vary as its own number of moves allows.</summary>
    public void Draw(Xoshiro256 stream, StateChoice choice) => Fill(choice, stream);

    private void Fill(StateChoice choice, Xoshiro256? stream)
    {
        var states = shape.States;
        Span<double> noise = stackalloc double[states];
        Span<double> weights = stackalloc double[states];
        for (var from = 0; from < states; from++)
        {
            for (var to = 0; to < states; to++)
            {
                var evidence = state[(from * states) + to] * (stateMoves[from] + HoldState);
                noise[to] = stream is null || evidence <= 0 ? 1 : stream.NextGamma(evidence) / evidence;
            }

            for (var age = 0; age < shape.Ages; age++)
            {
                var row = (age * states) + from;
                var sum = 0.0;
                for (var to = 0; to < states; to++)
                {
                    weights[to] = CareModel.CanPlace(to, age)
                        ? (counted[(row * states) + to] + (HoldAge * state[(from * states) + to])) * noise[to]
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

    private static double[] Held(double[] numbers, int rows, int states, double strength, Func<int, double[]> parent)
    {
        var shares = new double[numbers.Length];
        for (var row = 0; row < rows; row++)
        {
            var total = numbers.AsSpan(row * states, states).ToArray().Sum();
            for (var to = 0; to < states; to++)
            {
                shares[(row * states) + to] = (numbers[(row * states) + to] + (strength * parent(row)[to])) / (total + strength);
            }
        }

        return shares;
    }
}
