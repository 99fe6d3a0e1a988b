using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Pulls the level of starts towards the level that keeps today's number steady under the replicate's own leaving
/// rates: the insurance against rates that are a little wrong. Children of seventeen are left out on both sides, so that
/// a bulge of them, about to leave, is no reason to expect more starts.
/// </summary>
internal sealed class EquilibriumPull
{
    // Walks behind the balance under mean rates: many, because all futures share it and its chance error would move every
    // figure of the forecast. Under a replicate's own rates only the ratio to the same few walks is needed.
    private const int Large = 65_536;
    private const int Small = 256;

    // The balance is a property of the rates, not of a run: the same children walk whatever the seed of the forecast.
    private const ulong Walkers = 0x_5EED_BA1A_4CE5;

    private readonly SubjectStart[] starts;
    private readonly double smallMean;

    private EquilibriumPull(SubjectStart[] starts, double meanDays, double smallMean, double under17, double weight)
    {
        (this.starts, this.smallMean) = (starts, smallMean);
        Weight = weight;
        MeanDays = meanDays;
        Under17 = under17;
    }

    /// <summary>How far the level is pulled, on the log scale.</summary>
    public double Weight { get; }

    /// <summary>Mean days in care before seventeen of a child who starts, returns included, under mean rates.</summary>
    public double MeanDays { get; }

    /// <summary>Children under seventeen now.</summary>
    public double Under17 { get; }

    /// <summary>First starts a month that keep today's number under seventeen steady, under mean rates.</summary>
    public double SteadyAMonth => Under17 / MeanDays * CareModel.MonthDays;

    /// <summary>Works out the balance under mean rates.</summary>
    /// <param name="mean">Lives under mean rates and the mean mix.</param>
    /// <param name="under17">Children under seventeen now, without unaccompanied children.</param>
    /// <param name="weight">How far the level is pulled, on the log scale.</param>
    public static EquilibriumPull Of(CareLife mean, double under17, double weight)
    {
        var children = new SubjectStart[Large];
        var stream = Xoshiro256.For(Walkers, Streams.Equilibrium);
        for (var number = 0; number < Large; number++)
        {
            var entrant = mean.Mix.Pick(mean.Draw, 0, stream, 1);
            children[number] = new SubjectStart(0, CareModel.AgeLimit - entrant.Age, 0, 0, entrant.State, entrant.Covariate);
        }

        var walker = new EquilibriumPull(children, 0, 0, under17, weight);
        return new EquilibriumPull(children, walker.Walk(mean, Large), walker.Walk(mean, Small), under17, weight);
    }

    /// <summary>Starts a month that are expected after the pull, under mean rates.</summary>
    /// <param name="levelAMonth">The local level, starts a month.</param>
    public double ExpectedAMonth(double levelAMonth) => Math.Pow(levelAMonth, 1 - Weight) * Math.Pow(SteadyAMonth, Weight);

    /// <summary>The log level of starts a month after the pull.</summary>
    /// <param name="logLevel">Log of the local level, starts a month.</param>
    /// <param name="life">The replicate's rates.</param>
    /// <param name="parameters">The replicate's stream for the level of starts.</param>
    public double Pulled(double logLevel, CareLife life, Xoshiro256 parameters)
    {
        // The same few children under the replicate's rates and under mean rates: their ratio is nearly free of chance.
        var days = MeanDays * (Walk(life, Small) / smallMean);
        var number = Math.Max(0.5, Under17);
        var logNumber = Math.Log(number) + (parameters.NextNormal() / Math.Sqrt(number));
        return ((1 - Weight) * logLevel) + (Weight * (logNumber + Math.Log(CareModel.MonthDays / days)));
    }

    private double Walk(CareLife life, int number)
    {
        var sum = 0.0;
        life.IsUndrifted = true;
        for (var which = 0; which < number; which++)
        {
            var start = starts[which];
            var seventeen = start.Limit - CareModel.YearDays;
            if (seventeen <= 0)
            {
                continue;
            }

            var recorder = new DaysRecorder();
            life.Walk(start, Xoshiro256.KeyOf(Walkers, Streams.Equilibrium, (ulong)which), seventeen, ref recorder);
            sum += recorder.DaysUntil(seventeen);
        }

        life.IsUndrifted = false;

        // A mix of nothing but seventeen-year-olds has no balance: a week keeps the ratio finite.
        return Math.Max(7, sum / number);
    }

    // Days in care, whatever the placement.
    private struct DaysRecorder : ILifeRecorder
    {
        private double days;
        private double since;
        private bool isIn;

        public readonly double DaysUntil(double horizon) => isIn ? days + horizon - since : days;

        public void Enter(int state, int tariff, double time)
        {
            if (!isIn)
            {
                (since, isIn) = (time, true);
            }
        }

        public readonly void Retariff(int state, int fromTariff, int toTariff, double time)
        {
        }

        public readonly void Leave(int state, int tariff, double time)
        {
        }

        public void Exit(int exit, double time)
        {
            days += time - since;
            isIn = false;
        }

        public readonly void Return(double time)
        {
        }
    }
}
