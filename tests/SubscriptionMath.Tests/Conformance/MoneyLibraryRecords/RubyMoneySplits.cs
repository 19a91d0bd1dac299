namespace SubscriptionMath.Tests.Conformance.MoneyLibraryRecords;

/// <summary>The Money gem of Ruby.</summary>
internal sealed class RubyMoneySplits : MoneyLibrarySplits
{
    public override string Engine => "rubymoney";

    protected override SplitMethod Method => SplitMethod.FromTheLast;
}
