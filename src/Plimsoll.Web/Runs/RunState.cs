using System.Collections.Immutable;

namespace Plimsoll.Web.Runs;

/// <summary>Where a piece of long work stands.</summary>
public abstract record RunState
{
    private RunState()
    {
    }

    /// <summary>Still at work.</summary>
    /// <param name="Doing">What it is doing, in words: "Reading 12 files".</param>
    /// <param name="Share">How much is done, 0 to 1, or null where that is not known.</param>
    public sealed record Working(string Doing, double? Share) : RunState;

    /// <summary>Done; the result stands at an address.</summary>
    /// <param name="Address">Where to go.</param>
    /// <param name="Told">What to tell there besides what the workspace keeps; usually nothing.</param>
    public sealed record Finished(string Address, ImmutableArray<string> Told) : RunState
    {
        /// <summary>Done, with nothing to tell besides.</summary>
        public Finished(string address)
            : this(address, [])
        {
        }
    }

    /// <summary>Refused for reasons that a person can act on; nothing was changed.</summary>
    /// <param name="Problems">The reasons.</param>
    public sealed record Refused(ImmutableArray<RunProblem> Problems) : RunState;

    /// <summary>Stopped by the user; nothing was changed.</summary>
    public sealed record Cancelled : RunState;

    /// <summary>A fault of the program; nothing was changed.</summary>
    public sealed record Failed : RunState;
}

/// <summary>A reason why work was refused.</summary>
/// <param name="What">What is wrong, and where.</param>
/// <param name="Why">Why it matters; may be empty.</param>
/// <param name="Do">What to do; may be empty.</param>
public sealed record RunProblem(string What, string Why, string Do);
