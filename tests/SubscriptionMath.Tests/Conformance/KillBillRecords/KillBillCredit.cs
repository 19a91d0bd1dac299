using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.KillBillRecords;

/// <summary>Kill Bill: an invoice of less than nothing becomes account credit, and account credit pays an invoice.</summary>
internal sealed class KillBillCredit : Adapter
{
    private static readonly Instant Invoiced = new LocalDate(2012, 5, 1).AtUtc();

    public override string Engine => "Kill Bill";

    public override string Asks => "the credit that an invoice generates or uses, and its balance after that";

    public override string Policy => "The items of an invoice wait for it (`DeferredCharge`, a repair with a negative amount) and are collected: `Billing.Collect` with `KillBill.Policy`, whose "
        + "balance pays all bills, and to which a surplus goes.";

    public override bool Reads(PublishedRecord record) => record.Kind is "creditGeneration" or "creditUse";

    public override Answers Answer(PublishedRecord record)
    {
        var currency = record.Word("currency");
        var billed = Subscription.NotStarted("S-1", currency, DateTimeZone.Utc) with
        {
            NextInvoice = [.. record.Each("items").Select(item => new DeferredCharge { Since = Invoiced, Amount = Money.Of(item.Number("amount"), currency) })],
        };
        var facts = record.Has("accountCreditAtLeast")
            ? Facts.None with { Credit = MoneyCredit.Of(Money.Of(record.Number("accountCreditAtLeast"), currency)) }
            : Facts.None;
        var totals = Billing.Collect(billed, facts, KillBill.Policy(Anchor.OnDay(1), Timing.Now), Invoiced).Totals;
        return new()
        {
            ["itemTotal"] = -totals.OnNextInvoice,
            ["creditGenerated"] = totals.ToCredit,
            ["invoiceBalance"] = totals.DueNow,
            ["creditUsed"] = totals.FromCredit,
            ["balanceAfterCredit"] = totals.DueNow,
            ["fullyCovered"] = totals.DueNow.IsZero,
        };
    }
}
