namespace SubscriptionMath.Tests.Conformance;

/// <summary>The verdict on a published record: exactly one of these.</summary>
internal enum Outcome
{
    /// <summary>The library answers every figure of it exactly.</summary>
    Passed,

    /// <summary>The library goes along, but the figure is the caller's own, or what is expected is said in words.</summary>
    Apart,

    /// <summary>The record is out of scope.</summary>
    Outside,

    /// <summary>The record contradicts its own rule, lacks inputs, or needs an answer that no policy has yet.</summary>
    Unsayable,

    /// <summary>The library answers otherwise, or nobody asks it.</summary>
    Failed,
}

/// <summary>The verdict on a published record: the reason for setting it aside, or the figures that differ.</summary>
internal sealed record Verdict(PublishedRecord Record, Outcome Outcome, string Reason)
{
    public static Verdict Of(PublishedRecord record)
    {
        var aside = SetAside.All.FirstOrDefault(row => record.Fits(row.Covers));
        if (aside is { Outcome: Outcome.Outside or Outcome.Unsayable })
            return new Verdict(record, aside.Outcome, aside.Reason);

        if (Adapter.For(record) is not { } adapter)
            return new Verdict(record, aside?.Outcome ?? Outcome.Failed, aside?.Reason ?? "no adapter reads it");

        var wrong = Differences(adapter, record);
        return wrong.Count > 0
            ? new Verdict(record, Outcome.Failed, string.Join("; ", wrong))
            : new Verdict(record, aside?.Outcome ?? Outcome.Passed, aside?.Reason ?? "");
    }

    /// <summary>The figures that the library answers otherwise; or why it was not asked: the record has a shape that its adapter does not read.</summary>
    public static IReadOnlyList<string> Differences(Adapter adapter, PublishedRecord record)
    {
#pragma warning disable CA1031 // Whatever is thrown is the failure of this record, and of no other.
        try
        {
            var answers = adapter.Answer(record);
            return [.. answers.Mismatches(record.Expected).Concat(answers.Mistakes(record.Expected))];
        }
        catch (Exception thrown)
        {
            return [$"not answered: {thrown.Message}"];
        }
#pragma warning restore CA1031
    }

    public override string ToString() => $"{Record.Id}: {Reason}";
}
