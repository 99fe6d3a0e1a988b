namespace Plimsoll.Core.Forecast;

/// <summary>
/// How wide ranges have to be: half-widths of the 80% range of the number of children in care, as a share of it, that
/// covered what happened in 145 English authorities from 2010 to 2025 (Department for Education statistics on children
/// looked after, Open Government Licence v3).
/// </summary>
internal static class OutlookSpread
{
    private static readonly double[] Stocks = [100, 250, 450, 1000];

    // Rows as Stocks; columns 1, 2, 3 and 4 years ahead.
    private static readonly double[,] HalfWidths =
    {
        { 0.14, 0.20, 0.24, 0.28 },
        { 0.10, 0.14, 0.18, 0.21 },
        { 0.09, 0.13, 0.16, 0.18 },
        { 0.08, 0.11, 0.14, 0.16 },
    };

    /// <summary>Half-width of the 80% range as a share of the number.</summary>
    /// <param name="stock">Children in care at the start.</param>
    /// <param name="years">Years ahead, zero or more.</param>
    public static double HalfWidth(double stock, double years)
    {
        if (years < 1)
        {
            return HalfWidth(stock, 1) * Math.Sqrt(Math.Max(0, years));
        }

        var clamped = Math.Clamp(stock, Stocks[0], Stocks[^1]);

        // Outside the table the chance part alone changes with the number: 0.88 h / S of the variance that the pooled
        // outlook for published totals uses, against 0.0024 h + v(h) for drift.
        var scale = stock == clamped ? 1 : Math.Sqrt(Variance(Math.Max(1, stock), years) / Variance(clamped, years));
        return scale * Table(clamped, years);
    }

    private static double Table(double stock, double years)
    {
        var upper = Array.FindIndex(Stocks, known => known >= stock);
        var lower = Math.Max(0, upper - 1);
        var share = upper == lower ? 0 : Math.Log(stock / Stocks[lower]) / Math.Log(Stocks[upper] / Stocks[lower]);
        double At(int column) => HalfWidths[lower, column] + (share * (HalfWidths[upper, column] - HalfWidths[lower, column]));

        // Beyond four years every further year adds the step from the third to the fourth.
        var before = Math.Min(2, (int)years - 1);
        return At(before) + ((years - 1 - before) * (At(before + 1) - At(before)));
    }

    private static double Variance(double stock, double years)
    {
        double[] outlook = [0.0155, 0.0294, 0.0425, 0.0545];
        var v = outlook[Math.Clamp((int)Math.Round(years, MidpointRounding.AwayFromZero) - 1, 0, 3)];
        return (0.88 * years / stock) + (0.0024 * years) + (v * v);
    }
}
