namespace Plimsoll.Care;

/// <summary>What to say where a workspace holds no returns.</summary>
internal static class NoData
{
    public const string Message =
        "This workspace holds no returns yet. Import them with 'plimsoll import 903 FOLDER', or see the made-up council with 'plimsoll demo'.";
}
