using System.Runtime.CompilerServices;

namespace Plimsoll.Statistics.Scoring;

/// <summary>Guards shared by the scores.</summary>
internal static class Levels
{
    public static void Check(double level, [CallerArgumentExpression(nameof(level))] string? name = null)
    {
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(name, level, "A level lies between 0 and 1.");
        }
    }
}
