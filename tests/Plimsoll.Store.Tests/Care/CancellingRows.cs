using System.Collections;
using Plimsoll.Core.Care;

namespace Plimsoll.Store.Tests.Care;

/// <summary>Rows that call for cancelling the moment that one of them is asked for by its number, which is while they are being stored.</summary>
internal sealed class CancellingRows(IReadOnlyList<EpisodeRow> rows, int at, CancellationTokenSource source) : IReadOnlyList<EpisodeRow>
{
    public int Count => rows.Count;

    public EpisodeRow this[int index]
    {
        get
        {
            if (index == at)
            {
                source.Cancel();
            }

            return rows[index];
        }
    }

    public IEnumerator<EpisodeRow> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
