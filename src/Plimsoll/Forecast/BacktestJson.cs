using System.Text.Json;
using Plimsoll.Core.Forecast.Backtest;
using Plimsoll.Shell;

namespace Plimsoll.Forecast;

/// <summary>A backtest as the public JSON has it.</summary>
internal static class BacktestJson
{
    public static void Write(TextWriter output, BacktestResult backtest) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("id", backtest.Id);
        json.WriteString("dataset", backtest.Dataset);
        json.Date("dataEnd", backtest.DataEnd);
        json.WriteString("version", backtest.Version);
        json.WriteNumber("replicates", backtest.Replicates);
        json.WriteNumber("seed", backtest.Seed);
        json.WriteString("priceList", backtest.PriceList);
        json.WriteString("verdict", backtest.Verdict);
        json.WriteNumber("headlineMonths", backtest.Headline);
        json.List("summaries", backtest.Summaries, summary => Summary(json, summary));
        json.List("checks", backtest.Checks, check => Check(json, check));
        json.List("costYears", backtest.CostYears, year =>
        {
            json.WriteString("financialYear", year.Year.ToString());
            json.Date("origin", year.Origin);
            json.Spread("said", year.Said);
            json.Number("happened", year.Happened, 2);
            json.WriteBoolean("insideEighty", year.IsInsideEighty);
        });
        Tuning(json, backtest);
        Misses(json, backtest);
        json.WriteStartArray("cautions");
        foreach (var caution in backtest.Cautions)
        {
            json.WriteStringValue(caution);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Summary(Utf8JsonWriter json, BacktestSummary summary)
    {
        json.WriteString("target", summary.Target.Key());
        json.WriteNumber("months", summary.Months);
        json.WriteNumber("checks", summary.Checks);
        json.WriteNumber("separateChecks", summary.SeparateChecks);
        json.WriteNumber("insideEighty", summary.InsideEighty);
        json.WriteNumber("insideFifty", summary.InsideFifty);
        json.WriteNumber("fairFewest", summary.FairFewest);
        json.WriteNumber("fairMost", summary.FairMost);
        json.Number("missedBy", summary.MissedBy, 2);
        Maybe(json, "missedByShare", summary.MissedByShare, 4);
        json.Number("bias", summary.Bias, 2);
        Maybe(json, "halfWidth", summary.HalfWidth, 4);
        json.Number("crps", summary.Crps, 3);
        json.Number("meanTransform", summary.MeanTransform, 3);
        json.List("baselines", summary.Baselines, baseline =>
        {
            json.WriteString("method", baseline.Method);
            json.Number("missedBy", baseline.MissedBy, 2);
            json.Number("bias", baseline.Bias, 2);
            Maybe(json, "insideEighty", baseline.InsideEighty, 0);
            Maybe(json, "crps", baseline.Crps, 3);
            Maybe(json, "skill", baseline.Skill, 4);
        });
    }

    private static void Check(Utf8JsonWriter json, BacktestCheck check)
    {
        json.Date("origin", check.Origin);
        json.WriteNumber("months", check.Months);
        json.Date("on", check.On);
        json.WriteString("target", check.Target.Key());
        json.Spread("said", check.Said);
        json.Number("happened", check.Happened, 2);
        json.WriteBoolean("insideEighty", check.IsInsideEighty);
        json.WriteBoolean("insideFifty", check.IsInsideFifty);
        json.WriteBoolean("heldOut", check.IsHeldOut);
        json.Number("crps", check.Crps, 3);
        json.Number("transform", check.Transform, 4);
        json.List("baselines", check.Baselines, baseline =>
        {
            json.WriteString("method", baseline.Method);
            json.Number("p50", baseline.Median, 2);
            json.Number("p10", baseline.P10, 2);
            json.Number("p90", baseline.P90, 2);
            Maybe(json, "crps", baseline.Crps, 3);
        });
    }

    private static void Tuning(Utf8JsonWriter json, BacktestResult backtest)
    {
        json.WriteStartObject("tuning");
        Maybe(json, "halfLifeMonths", backtest.Tuning.HalfLifeMonths, 0);
        json.Number("pullWeight", backtest.Tuning.PullWeight, 2);
        json.Number("trendPrior", backtest.Tuning.TrendPrior, 2);
        json.WriteNumber("origins", backtest.Tuning.Origins);
        json.List("spread", backtest.Tuning.Spread, factor =>
        {
            json.WriteNumber("months", factor.Months);
            json.Number("factor", factor.Factor, 3);
        });
        json.List("choices", backtest.Choices, choice =>
        {
            json.WriteString("name", choice.Name);
            json.WriteString("usual", choice.Usual);
            json.WriteString("chosen", choice.Chosen);
            json.WriteString("why", choice.Why);
        });
        if (backtest.HeldOut is { } held)
        {
            json.WriteStartObject("heldOut");
            json.Date("since", held.Since);
            json.WriteNumber("checks", held.Checks);
            json.WriteNumber("insideAsItCame", held.InsideAsItCame);
            json.WriteNumber("insideTuned", held.InsideTuned);
            json.Number("crpsAsItCame", held.CrpsAsItCame, 3);
            json.Number("crpsTuned", held.CrpsTuned, 3);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("heldOut");
        }

        json.WriteEndObject();
    }

    private static void Misses(Utf8JsonWriter json, BacktestResult backtest) => json.List("misses", backtest.Misses, miss =>
    {
        json.Date("origin", miss.Origin);
        json.WriteNumber("months", miss.Months);
        json.Number("saidMedian", miss.Said, 2);
        json.Number("happened", miss.Happened, 2);
        json.WriteBoolean("outside", miss.IsOutside);
        json.WriteNumber("started", miss.Started);
        json.Number("startedExpected", miss.StartedExpected, 2);
        json.WriteNumber("startedBefore", miss.StartedBefore);
        json.WriteNumber("left", miss.Left);
        json.Number("leftExpected", miss.LeftExpected, 2);
        json.WriteNumber("leftBefore", miss.LeftBefore);
        json.WriteString("words", $"{miss.What} {miss.Records} {miss.Why}");
    });

    private static void Maybe(Utf8JsonWriter json, string name, double? value, int decimals)
    {
        if (value is { } known)
        {
            json.Number(name, known, decimals);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
