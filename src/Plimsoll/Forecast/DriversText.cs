using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>What makes a range wide, in words and a table for a terminal.</summary>
internal static class DriversText
{
    public static void Write(TextWriter output, UncertaintyDrivers drivers)
    {
        output.WriteLine(DriversWords.Answer(drivers));
        output.WriteLine();
        var table = new TextTable(["Share of the variance", .. DriverGroups.All.Select(group => group.Key() + "#"), "give or take#"]);
        foreach (var figure in drivers.Figures)
        {
            table.Add(
            [
                figure.Name,
                .. figure.Shares.Select(share => share.WholePercent + "%"),
                DriversWords.Points(figure),
            ]);
        }

        table.Write(output);
        output.WriteLine();
        foreach (var group in DriverGroups.All)
        {
            output.WriteLine($"  {group.Key()}: {group.Label()}. {group.Meaning()}");
        }

        output.WriteLine();
        output.WriteLine(DriversWords.HowToRead + " " + DriversWords.OfTheSimulation);
        output.WriteLine($"Forecast {drivers.Forecast}, seed {drivers.Seed}, {InWords.Whole(drivers.Rows)} pairs of futures, version {drivers.Version}.");
    }
}
