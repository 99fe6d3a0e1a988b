using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast.Bridges;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>A bridge in words and tables for a terminal.</summary>
internal static class BridgeText
{
    public static void Write(TextWriter output, ForecastBridge bridge)
    {
        output.WriteLine(bridge.Answer());
        output.WriteLine();
        var steps = new TextTable("Average cost of " + bridge.Year, "£#", "", "From");
        steps.Add("Forecast " + bridge.From, Pounds(bridge.FromCost), "", "");
        foreach (var step in bridge.Steps)
        {
            steps.Add(step.Part.Label(), Pounds(new Money(Math.Abs(step.Amount.Pounds))), Word(step.Amount.Pounds), step.Basis);
        }

        steps.Add("Forecast " + bridge.To, Pounds(bridge.ToCost), "", "");
        steps.Write(output);
        output.WriteLine();
        if (bridge.ComparedFrom is { } first)
        {
            output.WriteLine($"By placement, {InWords.Month(first)} to {InWords.Month(CalendarMonth.Of(bridge.Year.Last))}, in £; a minus takes off.");
            var placements = new TextTable(["Placement", "Before#", .. BridgeParts.Factors.Select(part => part.Label() + "#"), "After#"]);
            foreach (var row in bridge.Placements.Where(row => row.From != Money.Zero || row.To != Money.Zero))
            {
                placements.Add([row.State.Label(), Pounds(row.From), .. row.Amounts.Select(Pounds), Pounds(row.To)]);
            }

            placements.Write(output);
            output.WriteLine();
        }

        var number = bridge.Number;
        var children = new TextTable($"Children in care at the end of {InWords.Month(number.Month)}", "Children#", "", "From");
        children.Add("Forecast " + bridge.From, InWords.OneDecimal(number.From), "", "");
        foreach (var step in number.Steps)
        {
            children.Add(step.Label, InWords.OneDecimal(Math.Abs(step.Change)), Word(step.Change), step.Basis);
        }

        children.Add("Forecast " + bridge.To, InWords.OneDecimal(number.To), "", "");
        children.Write(output);
        output.WriteLine();
        output.WriteLine(bridge.Caution());
        output.WriteLine("Average cost is the mean of the simulated futures, gross, before grants and contributions. The steps sum to the change to the penny. Each is averaged over every order in which the parts could have changed.");
    }

    private static string Pounds(Money amount) => InWords.Pounds(amount);

    private static string Word(decimal change) => change > 0 ? "adds" : change < 0 ? "takes off" : "no change";
}
