using System.Collections.Immutable;
using System.Text.Json;
using Plimsoll.Core.Care;
using Plimsoll.Shell;

namespace Plimsoll.Care;

/// <summary>Findings as the public JSON has them. Examples carry file, row and column, never a child's identifier.</summary>
internal static class FindingsJson
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<Finding> findings, int examples) =>
        json.List("findings", findings, finding =>
        {
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", finding.Severity switch
            {
                FindingSeverity.Error => "error",
                FindingSeverity.Query => "query",
                _ => "note",
            });
            json.WriteString("table", finding.Table);
            json.WriteNumber("count", finding.Count);
            json.WriteNumber("children", finding.Children);
            json.WriteString("changes", finding.Changes switch
            {
                FindingEffect.Count => "count",
                FindingEffect.Cost => "cost",
                FindingEffect.Forecast => "forecast",
                _ => "nothing",
            });
            json.WriteString("meaning", finding.Meaning);
            json.WriteString("effect", finding.Treatment);
            json.List("examples", finding.Rows.Take(examples), row =>
            {
                json.WriteString("file", row.File);
                json.WriteNumber("row", row.Line);
                json.WriteString("column", row.Column);
                json.WriteString("says", row.Says);
                json.WriteString("did", row.Did);
            });
        });
}
