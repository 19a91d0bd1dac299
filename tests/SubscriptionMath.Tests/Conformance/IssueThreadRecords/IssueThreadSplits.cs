namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>Splits that people complained about in public.</summary>
internal sealed class IssueThreadSplits : MoneyLibrarySplits
{
    public override string Engine => "issue-thread";
}
