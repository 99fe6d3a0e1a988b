namespace Plimsoll.Statistics.Appraisal;

/// <summary>Present value of benefits for each pound of present value of costs.</summary>
public static class BenefitCost
{
    /// <summary>Of benefits and costs kept apart, which is what a business case should show.</summary>
    /// <param name="benefits">One a month from now.</param>
    /// <param name="costs">One a month from now, as numbers above zero.</param>
    /// <param name="annualRate">Rate for a year, above -1.</param>
    /// <returns>The ratio, or null where the costs come to nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1.</exception>
    public static double? Ratio(ReadOnlySpan<double> benefits, ReadOnlySpan<double> costs, double annualRate)
    {
        var spent = PresentValue.OfMonths(costs, annualRate);
        return spent > 0 ? PresentValue.OfMonths(benefits, annualRate) / spent : null;
    }

    /// <summary>
    /// Of net flows: months above zero over months below. Depends on what is netted within a month, so it is only
    /// comparable between cases that net alike.
    /// </summary>
    /// <param name="flows">Net flow, one a month from now.</param>
    /// <param name="annualRate">Rate for a year, above -1.</param>
    /// <returns>The ratio, or null where no month is below zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above -1.</exception>
    public static double? OfNet(ReadOnlySpan<double> flows, double annualRate)
    {
        var benefits = new double[flows.Length];
        var costs = new double[flows.Length];
        for (var month = 0; month < flows.Length; month++)
        {
            benefits[month] = Math.Max(0, flows[month]);
            costs[month] = Math.Max(0, -flows[month]);
        }

        return Ratio(benefits, costs, annualRate);
    }
}
