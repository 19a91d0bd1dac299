namespace SubscriptionMath.Tests.Conformance.MoneyLibraryRecords;

/// <summary>Money for PHP.</summary>
internal sealed class MoneyPhpSplits : MoneyLibrarySplits
{
    public override string Engine => "moneyphp";
}
