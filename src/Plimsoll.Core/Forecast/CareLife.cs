using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// Walks whole lives in care in one replicate: a period of care, and the periods after it of a child who comes back.
/// Every child and every purpose has a stream of its own.
/// </summary>
internal sealed class CareLife
{
    private readonly MonthGrid grid;
    private readonly Xoshiro256 stream = new(0);

    /// <summary>The lives of one replicate.</summary>
    /// <param name="table">Rates of leaving and moving.</param>
    /// <param name="mix">The mix of starts, for the placement to which a child comes back.</param>
    /// <param name="draw">Its draw.</param>
    /// <param name="grid">Calendar.</param>
    public CareLife(HazardTable table, EntryMix mix, EntryMixDraw draw, MonthGrid grid)
    {
        (Table, Mix, Draw, this.grid) = (table, mix, draw, grid);
        ReturnRates = CareReturns.Table();
    }

    /// <summary>Rates of leaving and moving.</summary>
    public HazardTable Table { get; }

    /// <summary>The mix of starts.</summary>
    public EntryMix Mix { get; }

    /// <summary>Its draw.</summary>
    public EntryMixDraw Draw { get; }

    /// <summary>Whether rates drift over the calendar in these lives; the balance of starts is asked of rates that do not.</summary>
    public bool IsUndrifted { get; set; }

    /// <summary>Rates of coming back.</summary>
    public double[][] ReturnRates { get; }

    /// <summary>Walks a child from a point in care to the horizon, through every return.</summary>
    /// <param name="start">Where the child stands.</param>
    /// <param name="key">Key of the child's stream.</param>
    /// <param name="horizon">End of the walk.</param>
    /// <param name="recorder">Sees the walk.</param>
    public void Walk<TRecorder>(in SubjectStart start, ulong key, double horizon, ref TRecorder recorder)
        where TRecorder : struct, ILifeRecorder
    {
        stream.Restart(key);
        var end = Run(start, horizon, ref recorder);
        if (end.Exit >= 0 && CareReturns.KindOf(end.Exit) is >= 0 and var kind)
        {
            Return(kind, end.Time, end.Time, start.Limit, start.Covariate, key, horizon, ref recorder);
        }
    }

    /// <summary>Walks a child who left care from then on: not back before a time, perhaps after.</summary>
    /// <param name="kind">How the child left (<see cref="CareReturns.KindOf"/>).</param>
    /// <param name="left">When.</param>
    /// <param name="now">Not back before.</param>
    /// <param name="limit">The eighteenth birthday.</param>
    /// <param name="covariate">Covariate level.</param>
    /// <param name="key">Key of the child's stream.</param>
    /// <param name="horizon">End of the walk.</param>
    /// <param name="recorder">Sees the walk.</param>
    public void Return<TRecorder>(
        int kind, double left, double now, double limit, int covariate, ulong key, double horizon, ref TRecorder recorder)
        where TRecorder : struct, ILifeRecorder
    {
        while (true)
        {
            key = Xoshiro256.Scatter(key ^ Streams.Returns);
            stream.Restart(key);
            var back = CareReturns.Back(ReturnRates, kind, left, now, stream);
            if (back >= Math.Min(horizon, limit))
            {
                return;
            }

            var tilt = back < grid.Horizon ? Table.Tilt[grid.MonthOf(back)] : 1.0;
            var state = Mix.PickState(Draw, covariate, CareModel.AgeLimit - (limit - back), stream, tilt);
            recorder.Return(back);
            var end = Run(new SubjectStart(back, limit, back, back, state, covariate), horizon, ref recorder);
            if (end.Exit < 0 || CareReturns.KindOf(end.Exit) is var next && next < 0)
            {
                return;
            }

            (kind, left, now) = (next, end.Time, end.Time);
        }
    }

    private WalkEnd Run<TRecorder>(in SubjectStart start, double horizon, ref TRecorder recorder)
        where TRecorder : struct, ILifeRecorder =>
        IsUndrifted
            ? TrajectoryKernel.WalkUndrifted(Table, grid, horizon, stream, start, ref recorder)
            : TrajectoryKernel.Walk(Table, grid, horizon, stream, start, ref recorder);
}

/// <summary>Sees a life in care: also when a child comes back.</summary>
internal interface ILifeRecorder : ITrajectoryRecorder
{
    /// <summary>A child comes back into care.</summary>
    void Return(double time);
}
