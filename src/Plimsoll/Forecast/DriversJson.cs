using Plimsoll.Core.Forecast.Drivers;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>What makes a range wide, as the public JSON has it.</summary>
internal static class DriversJson
{
    public static void Write(TextWriter output, UncertaintyDrivers drivers) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("forecast", drivers.Forecast);
        json.WriteNumber("rows", drivers.Rows);
        json.WriteNumber("seed", drivers.Seed);
        json.WriteString("version", drivers.Version);
        json.WriteString("words", DriversWords.Answer(drivers));
        json.List("figures", drivers.Figures, figure =>
        {
            json.WriteString("name", figure.Name);
            if (figure.Month is { } month)
            {
                json.WriteString("month", month.ToString());
                json.WriteNumber("monthsAhead", figure.MonthsAhead!.Value);
            }
            else
            {
                json.WriteString("financialYear", figure.Year.ToString());
            }

            json.Number("standardDeviation", figure.StandardDeviation, 2);
            json.List("shares", figure.Shares, share =>
            {
                json.WriteString("group", share.Group.Key());
                json.WriteString("label", share.Group.Label());
                json.Number("share", share.Share, 4);
                json.WriteNumber("percent", share.WholePercent);
                json.Number("standardError", share.StandardError, 4);
            });
        });
        json.WriteEndObject();
    });
}
