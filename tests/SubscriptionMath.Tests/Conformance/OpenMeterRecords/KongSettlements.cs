using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>Kong: what a charge leaves to be invoiced when credits settle it first.</summary>
internal sealed class KongSettlements : Adapter
{
    public override string Engine => "Kong Metering & Billing (OpenMeter)";

    public override string Asks => "the part of a charge that credits settle, and the invoiced part";

    public override string Policy => "Money credit, `BalanceUses.All` in the order `CreditOrders.Kong`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Setting("settlement") == "credit_then_invoice";

    public override Answers Answer(PublishedRecord record)
    {
        var sold = Plain.Plan("charge", 1, record.Number("charge"), BillingInterval.Month);
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference);
        var quote = Billing.Price(
            Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc),
            Change.To(Cart.Of(sold.Id, BillingInterval.Month)),
            Facts.None with { Credit = MoneyCredit.Of(Money.Of(record.Number("credits"), "USD")) },
            Catalog.Of(sold),
            policy with { Balance = policy.Balance with { Order = CreditOrders.Kong } },
            UsageCredits.Start).OrThrow();
        return new() { ["consumed"] = quote.Totals.FromCredit, ["invoice"] = quote.Totals.DueNow };
    }
}
