using System.Diagnostics;
using System.Globalization;

namespace RenewalCluster;

/// <summary>Progress in one line: written over itself on a screen, a line for each tenth in a file.</summary>
/// <param name="title">The work that is shown.</param>
/// <param name="total">The number of subscriptions.</param>
/// <param name="writer">Where it is shown.</param>
/// <param name="overwrites">Whether the line is written over itself.</param>
internal sealed class Progress(string title, int total, TextWriter writer, bool overwrites)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _shownAt = -Pause;
    private int _tenth;

    /// <summary>Shows how many are done, if it is time.</summary>
    /// <param name="done">The number of subscriptions that are done.</param>
    public void Show(int done)
    {
        var elapsed = Stopwatch.GetElapsedTime(_start);
        var tenth = (int)(10L * done / total);
        if (overwrites ? elapsed - _shownAt < Pause && done < total : tenth == _tenth)
        {
            return;
        }

        (_shownAt, _tenth) = (elapsed, tenth);
        var rate = elapsed > TimeSpan.Zero ? done / elapsed.TotalSeconds : 0;
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{title,-16}{100L * done / total,4} %{done,12:N0} of {total:N0}{rate,12:N0} a second{elapsed.TotalSeconds,8:N1} s");
        writer.Write(overwrites ? '\r' + line : line + Environment.NewLine);
        if (overwrites && done == total)
        {
            writer.WriteLine();
        }
    }

    /// <summary>Says something that happened, on a line of its own.</summary>
    /// <param name="sentence">The sentence.</param>
    public void Say(string sentence) => writer.WriteLine(overwrites ? Environment.NewLine + sentence : sentence);
}
