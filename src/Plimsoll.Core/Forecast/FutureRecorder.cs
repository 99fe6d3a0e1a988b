using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>Records simulated lives into the tally of a replicate.</summary>
/// <param name="tally">The tally.</param>
/// <param name="grid">Calendar.</param>
/// <param name="change">Change of the number in care by month, where it is watched; null where not.</param>
internal readonly struct FutureRecorder(MonthlyTally tally, MonthGrid grid, int[]? change) : ILifeRecorder
{
    /// <summary>A child who is in care when the forecast starts.</summary>
    public void Present()
    {
        if (change is not null)
        {
            change[0]++;
        }
    }

    /// <summary>A child starts care.</summary>
    public void Start(double time)
    {
        tally.Start(time);
        if (change is not null)
        {
            change[grid.MonthOf(time)]++;
        }
    }

    /// <inheritdoc />
    public void Return(double time) => Start(time);

    /// <inheritdoc />
    public void Enter(int state, int tariff, double time) => tally.Enter(state, tariff, time);

    /// <inheritdoc />
    public void Retariff(int state, int fromTariff, int toTariff, double time)
    {
        tally.Leave(state, fromTariff, time);
        tally.Enter(state, toTariff, time);
    }

    /// <inheritdoc />
    public void Leave(int state, int tariff, double time) => tally.Leave(state, tariff, time);

    /// <inheritdoc />
    public void Exit(int exit, double time)
    {
        tally.Exit(exit, time);
        if (change is not null)
        {
            change[grid.MonthOf(time)]--;
        }
    }
}
