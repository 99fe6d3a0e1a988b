namespace Plimsoll.Statistics.MultiState;

public sealed partial class PanelLikelihood
{
    /// <summary>Turns observations into steps, and steps of like length and setting into one key.</summary>
    private sealed class Builder(PanelLikelihood likelihood, double[] cuts, double[,] design)
    {
        private readonly Dictionary<(int, double), int> keyOf = [];
        private readonly Dictionary<string, int> settingOf = new(StringComparer.Ordinal);
        private readonly HashSet<int> seen = [];
        private List<Step>? steps;

        internal void Take(IReadOnlyList<PanelObservation> observations, int place)
        {
            var now = observations[place];
            if (!double.IsFinite(now.Time))
            {
                throw new ArgumentException($"Subject {now.Subject} has a time that is not finite.", nameof(observations));
            }

            if (now.Kind != PanelKind.NotAbsorbed && (now.State < 0 || now.State >= likelihood.states))
            {
                throw new ArgumentException($"Subject {now.Subject} is in state {now.State}; states are 0 to {likelihood.states - 1}.", nameof(observations));
            }

            if (steps is null || observations[place - 1].Subject != now.Subject)
            {
                Close();
                if (!seen.Add(now.Subject))
                {
                    throw new ArgumentException($"The observations of subject {now.Subject} do not stand together.", nameof(observations));
                }

                if (now.Kind != PanelKind.Snapshot)
                {
                    throw new ArgumentException($"The first observation of subject {now.Subject} must be a snapshot, from which the rest follows.", nameof(observations));
                }

                likelihood.names.Add(now.Subject);
                likelihood.starts.Add(now.State);
                steps = [];
                return;
            }

            var before = observations[place - 1];
            if (now.Time < before.Time)
            {
                throw new ArgumentException($"Subject {now.Subject} is seen at {now.Time} after {before.Time}.", nameof(observations));
            }

            if (now.Kind == PanelKind.ExactMove && before.Kind == PanelKind.NotAbsorbed)
            {
                throw new ArgumentException($"Subject {now.Subject} moves exactly at {now.Time} out of a state that is not known.", nameof(observations));
            }

            var staying = now.Kind == PanelKind.ExactMove;
            var pieces = MarkovIntensities.Pieces(cuts, before.Time, now.Time).ToArray();
            if (pieces.Length == 0)
            {
                pieces = [(MarkovIntensities.Pieces(cuts, before.Time, double.PositiveInfinity).First().Period, 0)];
            }

            for (var piece = 0; piece < pieces.Length; piece++)
            {
                var key = Key(Setting(pieces[piece].Period, place - 1), pieces[piece].Length);
                steps.Add(new Step(key, piece == pieces.Length - 1 ? now.Kind : null, now.State, staying));
            }
        }

        internal void Close()
        {
            if (steps is not null)
            {
                likelihood.subjects.Add([.. steps]);
            }
        }

        private int Key(int setting, double length)
        {
            if (!keyOf.TryGetValue((setting, length), out var key))
            {
                key = keyOf[(setting, length)] = likelihood.keys.Count;
                likelihood.keys.Add((setting, length));
            }

            return key;
        }

        private int Setting(int period, int place)
        {
            var row = new double[design.GetLength(1)];
            for (var covariate = 0; covariate < row.Length; covariate++)
            {
                row[covariate] = double.IsFinite(design[place, covariate])
                    ? design[place, covariate]
                    : throw new ArgumentException($"A covariate of observation {place} is not finite.", nameof(place));
            }

            var name = string.Join(';', row.Select(BitConverter.DoubleToInt64Bits).Append(period));
            if (!settingOf.TryGetValue(name, out var setting))
            {
                setting = settingOf[name] = likelihood.settings.Count;
                likelihood.settings.Add(new Setting(period, row));
            }

            return setting;
        }
    }
}
