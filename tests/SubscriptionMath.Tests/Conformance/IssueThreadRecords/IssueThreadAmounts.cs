using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>Amounts of which people complained in public.</summary>
internal sealed class IssueThreadAmounts : Adapter
{
    public override string Engine => "issue-thread";

    public override string Asks => "an amount in minor units";

    public override string Policy => "`Money.Of`: a currency has its own number of decimals.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "rounding" };

    public override Answers Answer(PublishedRecord record) =>
        new() { ["minor_units"] = Money.Of(decimal.Parse(record.Word("amount"), CultureInfo.InvariantCulture), record.Word("currency")).Minor };
}
