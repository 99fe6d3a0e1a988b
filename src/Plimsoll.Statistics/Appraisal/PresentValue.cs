namespace Plimsoll.Statistics.Appraisal;

/// <summary>
/// Discounting of cash flows. Flow 0 falls now and is not discounted. Rates are for a year and real where flows are in
/// today's prices: 0.035 is the Treasury's Green Book rate.
/// </summary>
public static class PresentValue
{
    private const int MonthsInYear = 12;

    /// <summary>The rate for a month that compounds to a rate for a year: (1 + r)^(1/12) - 1, not r / 12.</summary>
    /// <param name="annualRate">Above -1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1.</exception>
    public static double MonthlyRate(double annualRate)
    {
        Check(annualRate);
        return Math.Pow(1 + annualRate, 1.0 / MonthsInYear) - 1;
    }

    /// <summary>The rate for a year to which a rate for a month compounds.</summary>
    /// <param name="monthlyRate">Above -1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1.</exception>
    public static double AnnualRate(double monthlyRate)
    {
        Check(monthlyRate);
        return Math.Pow(1 + monthlyRate, MonthsInYear) - 1;
    }

    /// <summary>Net present value of monthly flows, discounted month by month.</summary>
    /// <param name="flows">One a month from now.</param>
    /// <param name="annualRate">Above -1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1.</exception>
    public static double OfMonths(ReadOnlySpan<double> flows, double annualRate) => Sum(Discounted(flows, annualRate));

    /// <summary>Net present value of monthly flows where every month of a year takes the factor of its year, as Green Book tables do.</summary>
    /// <param name="flows">One a month from now; the first twelve are not discounted.</param>
    /// <param name="annualRate">Above -1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1.</exception>
    public static double OfMonthsByYear(ReadOnlySpan<double> flows, double annualRate)
    {
        Check(annualRate);
        var sum = 0.0;
        for (var month = 0; month < flows.Length; month++)
        {
            sum += flows[month] * Math.Pow(1 + annualRate, -(month / MonthsInYear));
        }

        return sum;
    }

    /// <summary>Net present value of yearly flows.</summary>
    /// <param name="flows">One a year from now.</param>
    /// <param name="annualRate">Above -1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1.</exception>
    public static double OfYears(ReadOnlySpan<double> flows, double annualRate)
    {
        Check(annualRate);
        var sum = 0.0;
        for (var year = 0; year < flows.Length; year++)
        {
            sum += flows[year] * Math.Pow(1 + annualRate, -year);
        }

        return sum;
    }

    /// <summary>Monthly flows, each discounted to now.</summary>
    /// <param name="flows">One a month from now.</param>
    /// <param name="annualRate">Above -1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1.</exception>
    public static double[] Discounted(ReadOnlySpan<double> flows, double annualRate)
    {
        Check(annualRate);
        var discounted = new double[flows.Length];
        for (var month = 0; month < flows.Length; month++)
        {
            discounted[month] = flows[month] * Math.Pow(1 + annualRate, -month / (double)MonthsInYear);
        }

        return discounted;
    }

    private static double Sum(double[] flows)
    {
        var sum = 0.0;
        foreach (var flow in flows)
        {
            sum += flow;
        }

        return sum;
    }

    private static void Check(double rate)
    {
        if (!(rate > -1 && double.IsFinite(rate)))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate lies above -1, a loss of everything.");
        }
    }
}
