using Plimsoll.Statistics.MultiState;
using Plimsoll.Statistics.Tests.Fixtures;

namespace Plimsoll.Statistics.Tests.MultiState;

/// <summary>Multi-state data sets that several tests read.</summary>
internal static class Examples
{
    /// <summary>Transplant, platelet recovery, relapse or death.</summary>
    internal static readonly TransitionMatrix Transplant = TransitionMatrix.Of(
        ["Transplant", "Recovery", "Relapse or death"], new[,] { { false, true, true }, { false, false, true }, { false, false, false } });

    /// <summary>Two states between which one moves, and one for good: in and out of care, or on and off ventilation.</summary>
    internal static readonly TransitionMatrix Reversible = TransitionMatrix.Of(
        ["Off", "On", "Gone"], new[,] { { false, true, true }, { true, false, true }, { false, false, false } });

    /// <summary>Four states of which the last is death.</summary>
    internal static readonly TransitionMatrix Heart = TransitionMatrix.Of(
        ["None", "Mild", "Severe", "Dead"],
        new[,] { { false, true, false, true }, { true, false, true, true }, { false, true, false, true }, { false, false, false, false } });

    internal static TransitionRow[] TransplantRows()
    {
        var data = Table.Survival("ebmt3.csv");
        var time = new double[data.Length, 3];
        var reached = new bool[data.Length, 3];
        for (var patient = 0; patient < data.Length; patient++)
        {
            (time[patient, 1], reached[patient, 1]) = (Table.Number(data[patient][0]), data[patient][1] == "1");
            (time[patient, 2], reached[patient, 2]) = (Table.Number(data[patient][2]), data[patient][3] == "1");
        }

        return LongFormat.FromWide(Transplant, time, reached);
    }

    internal static TransitionRow[] VentilationRows()
    {
        var data = Table.Survival("sircont.csv");
        var subject = Table.Whole(data, 0);
        var time = Table.Column(data, 3);

        // Ventilation that ends on the day of the stay's end ends half a day before it.
        for (var move = 1; move < time.Length; move++)
        {
            if (subject[move] == subject[move - 1] && time[move] == time[move - 1])
            {
                time[move - 1] -= 0.5;
            }
        }

        int[] to = [.. data.Select(row => row[2] == "cens" ? -1 : (int)Table.Number(row[2]))];
        return LongFormat.FromStays(Reversible, LongFormat.Stays(subject, Table.Whole(data, 1), to, time));
    }

    internal static PanelObservation[] HeartLooks() =>
    [
        .. Table.Survival("cav.csv").Select(row => new PanelObservation(
            (int)Table.Number(row[0]), Table.Number(row[1]), (int)Table.Number(row[2]) - 1, row[2] == "4" ? PanelKind.ExactEntry : PanelKind.Snapshot)),
    ];
}
