using System.Runtime.CompilerServices;

namespace Plimsoll.Reports.Tests;

/// <summary>
/// Compares text with a kept file beside the test. With PLIMSOLL_UPDATE_GOLDEN=1 the file is written anew, to be read
/// and committed by a person; on a build server (CI=true) it never is.
/// </summary>
internal static class Golden
{
    public static void Matches(string actual, string name, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        var isUpdate = Environment.GetEnvironmentVariable("PLIMSOLL_UPDATE_GOLDEN") == "1";
        if (isUpdate && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"There is no golden file {name}. Run the test with PLIMSOLL_UPDATE_GOLDEN=1, look at the file, and commit it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
