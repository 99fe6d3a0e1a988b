namespace Plimsoll.Shell;

/// <summary>What a command tells the shell that ran it.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The data or the request was refused; the reasons were printed and nothing has changed.</summary>
    public const int Refused = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    /// <summary>A fault in the program.</summary>
    public const int Fault = 3;
}
