namespace Plimsoll.Store;

/// <summary>Why a workspace could not do what was asked, in words for the person who asked.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Why">Why it matters, or what was left as it was.</param>
/// <param name="ToDo">What the person can do.</param>
public sealed record WorkspaceProblem(string What, string Why, string ToDo);

/// <summary>The workspace could not be opened, read or changed. Whatever was being changed is as it was before.</summary>
public sealed class WorkspaceException : Exception
{
    /// <summary>Makes the exception from a problem in words.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cause">What the database or the operating system said, for the technical log; null when there is nothing more.</param>
    public WorkspaceException(WorkspaceProblem problem, Exception? cause = null)
        : base(Join(problem), cause)
    {
        Problem = problem;
    }

    /// <summary>What is wrong, why it matters, what to do.</summary>
    public WorkspaceProblem Problem { get; }

    private static string Join(WorkspaceProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return $"{problem.What} {problem.Why} {problem.ToDo}";
    }
}
