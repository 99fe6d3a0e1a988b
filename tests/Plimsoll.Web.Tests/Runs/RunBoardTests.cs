using Microsoft.Extensions.Logging.Abstractions;
using Plimsoll.Web.Runs;

namespace Plimsoll.Web.Tests.Runs;

public sealed class RunBoardTests
{
    [Fact]
    public async Task Work_that_ends_tells_where_its_result_is_and_is_found_by_its_number()
    {
        using var board = new RunBoard(NullLogger<RunBoard>.Instance);
        var run = board.Start(RunKind.Forecast, (_, _) => Task.FromResult<RunState>(new RunState.Finished("/there")));
        await run.Completion;
        Assert.Equal("/there", Assert.IsType<RunState.Finished>(run.State).Address);
        Assert.Same(run, board.Find(run.Number));
        Assert.Null(board.Find(run.Number + 1));
        Assert.Empty(board.AtWork);
    }

    [Fact]
    public async Task Work_that_is_cancelled_ends_as_cancelled()
    {
        using var board = new RunBoard(NullLogger<RunBoard>.Instance);
        var run = board.Start(RunKind.Import, async (progress, cancel) =>
        {
            progress.Step("Waiting");
            progress.Report(0.5);
            await Task.Delay(Timeout.Infinite, cancel);
            return new RunState.Failed();
        });
        Assert.Same(run, Assert.Single(board.AtWork));
        run.Cancel();
        await run.Completion;
        Assert.IsType<RunState.Cancelled>(run.State);
    }

    [Fact]
    public async Task A_fault_in_the_work_ends_as_failed_and_does_not_escape()
    {
        using var board = new RunBoard(NullLogger<RunBoard>.Instance);
        var run = board.Start(RunKind.Forecast, (_, _) => throw new InvalidOperationException("a fault"));
        await run.Completion;
        Assert.IsType<RunState.Failed>(run.State);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_fault()
    {
        using var board = new RunBoard(NullLogger<RunBoard>.Instance);
        var run = board.Start(RunKind.Forecast, (_, _) => throw new OperationCanceledException());
        await run.Completion;
        Assert.IsType<RunState.Failed>(run.State);
    }

    [Fact]
    public async Task Progress_that_is_told_late_does_not_bring_ended_work_back()
    {
        using var board = new RunBoard(NullLogger<RunBoard>.Instance);
        RunProgress? late = null;
        var run = board.Start(RunKind.Import, (progress, _) =>
        {
            late = progress;
            return Task.FromResult<RunState>(new RunState.Refused([]));
        });
        await run.Completion;
        late!.Report(1);
        Assert.IsType<RunState.Refused>(run.State);
    }
}
