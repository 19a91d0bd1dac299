using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter: from when to when a grant may be used.</summary>
internal sealed class OpenMeterGrantLives : Adapter
{
    public override string Engine => "openmeter";

    public override string Asks => "the life of a grant with an expiry, voided or deleted, and whether it is active at an instant";

    public override string Policy => "`Grant.Effective`, `Grant.Ends` and `Grant.IsActiveAt`; a deleted grant is `Grant.Voided` as well, whichever comes first.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "openmeter", Kind: "credit_expiry" };

    public override Answers Answer(PublishedRecord record)
    {
        var fields = record.Inputs.GetProperty("grant");
        var written = fields.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString()!);
        var voids = written.Where(field => field.Key is "voided" or "deleted").Select(field => At(field.Value)).ToList();
        var grant = UsageCredits.Grant("g", 100m, At(written["effective"]), written.TryGetValue("expires", out var expires) ? At(expires) : null) with
        {
            Voided = voids.Count > 0 ? voids.Min() : null,
        };
        return record.Function == "active_at"
            ? new() { ["active"] = grant.IsActiveAt(At(record.Word("at"))) }
            : new() { ["from"] = Said(grant.Effective), ["to"] = grant.Ends is { } ends ? Said(ends) : null };

        string Said(Instant at) => written.Values.First(text => At(text) == at);
    }

    /// <summary>"now", "+1h", "-1m".</summary>
    private static Instant At(string text) => text == "now"
        ? UsageCredits.Start
        : UsageCredits.Start + (text[^1] == 'h' ? Duration.FromHours(1) : Duration.FromMinutes(1)) * int.Parse(text[..^1], CultureInfo.InvariantCulture);
}
