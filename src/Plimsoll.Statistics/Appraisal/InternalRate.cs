using MathNet.Numerics.RootFinding;

namespace Plimsoll.Statistics.Appraisal;

/// <summary>
/// Internal rates of return: rates for a period at which the net present value is nothing. There may be none, and when
/// flows change sign more than once there may be several, of which no one is "the" rate: use the net present value then.
/// </summary>
/// <param name="Rates">Every rate found between -99% and 9,900% a period, ascending.</param>
/// <param name="SignChanges">How often the flows change sign, zeros left out. With one there is exactly one rate; there are never more rates than changes (Descartes).</param>
public sealed record InternalRate(double[] Rates, int SignChanges)
{
    // Rates are searched by their growth, ln(1 + rate), in equal steps.
    private const double Reach = 4.605;
    private const int Cells = 4096;

    /// <summary>The rate where there is exactly one; null where there is none or where there are several.</summary>
    public double? Only => Rates.Length == 1 && !MayHideOthers ? Rates[0] : null;

    // Descartes: the number of roots is the number of sign changes less an even number. One found of three possible
    // ones leaves room for a pair too close together to be told apart.
    private bool MayHideOthers => SignChanges % 2 != Rates.Length % 2;

    /// <summary>Finds the rates.</summary>
    /// <param name="flows">One a period, the first now, all finite.</param>
    /// <exception cref="ArgumentException">A flow is not finite.</exception>
    public static InternalRate Of(ReadOnlySpan<double> flows)
    {
        var values = flows.ToArray();
        if (!values.All(double.IsFinite))
        {
            throw new ArgumentException("A cash flow is not a finite number.", nameof(flows));
        }

        List<double> rates = [];
        if (values.Any(value => value != 0))
        {
            var last = Value(values, -Reach);
            for (var cell = 1; cell <= Cells; cell++)
            {
                var (from, to) = (At(cell - 1), At(cell));
                var next = Value(values, to);
                if (next == 0)
                {
                    rates.Add(Math.Exp(to) - 1);
                }
                else if (last * next < 0)
                {
                    rates.Add(Math.Exp(Brent.FindRoot(growth => Value(values, growth), from, to, 1e-14, 1000)) - 1);
                }

                last = next;
            }
        }

        return new InternalRate([.. rates], Changes(values));
    }

    private static double At(int cell) => Reach * ((2.0 * cell / Cells) - 1);

    // Net present value, or for rates below zero the value at the end: the same sign, and never out of range.
    private static double Value(double[] flows, double growth)
    {
        var factor = Math.Exp(-Math.Abs(growth));
        var sum = 0.0;
        for (var period = 0; period < flows.Length; period++)
        {
            sum = (sum * factor) + flows[growth >= 0 ? flows.Length - 1 - period : period];
        }

        return sum;
    }

    private static int Changes(double[] flows)
    {
        var signs = flows.Where(flow => flow != 0).Select(Math.Sign).ToArray();
        return signs.Zip(signs.Skip(1), (one, next) => one == next ? 0 : 1).Sum();
    }
}
