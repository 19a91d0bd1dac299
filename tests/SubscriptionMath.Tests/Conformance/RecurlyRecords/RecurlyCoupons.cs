using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.RecurlyRecords;

/// <summary>Recurly: some units leave that a coupon was given for.</summary>
internal sealed class RecurlyCoupons : Adapter
{
    public override string Engine => "Recurly";

    public override string Asks => "the credit of units that leave, under each reversal of the coupon";

    public override string Policy => "`Recurly.Now` with each `DiscountReversal`: in favour of the customer `StaysBehind`, of the merchant `LeavesWhole`; a coupon for ever `InProportion`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("coupon");

    public override Answers Answer(PublishedRecord record) => record.Assume("currency", "USD").Under("credit", "full (no time proration in example)").Has("ratio") ? Reversals(record) : ForEver(record);

    private static Answers Reversals(PublishedRecord record)
    {
        var coupon = Discount.OfAmount("coupon", Money.Of(Trade.Price(record.Word("coupon")).Amount, "USD")) with { Periods = 1 };
        return new()
        {
            ["credit"] = Credit(DiscountReversal.StaysBehind),
            ["alternatives"] = new Answers { ["favour_merchant"] = Credit(DiscountReversal.LeavesWhole), ["proportional"] = Credit(DiscountReversal.InProportion) },
        };

        Money Credit(DiscountReversal reversal) => -Fewer(record, Vendors.Recurly.Now(discounts: reversal), Trade.Numbers(record.Word("ratio"))[0], coupon).GivenBack();
    }

    private static Answers ForEver(PublishedRecord record)
    {
        var policy = Vendors.Recurly.Now(UnusedValue.OfTheWholeTerm);
        var quote = Fewer(record, policy, 50, Discount.OfPercent("coupon", Trade.Numbers(record.Word("coupon"))[0]));
        return new()
        {
            ["gross_credit"] = Fewer(record, policy, 50).GivenBack(),
            ["discount_reversed"] = Discounted.Off(quote.Unused()),
            ["net_credit"] = quote.GivenBack(),
        };
    }

    /// <summary>The part of the period is the caller's: a period of a hundred days.</summary>
    private static Quote Fewer(PublishedRecord record, BillingPolicy policy, int left, params Discount[] coupons)
    {
        var (interval, seats) = (BillingInterval.Days(100), Trade.Numbers(record.Word("qty")));
        var life = new RecordedLife(Catalog.Of(Plain.Plan("plan", 1, decimal.Parse(record.Word("unit"), CultureInfo.InvariantCulture), interval)), policy, DateTimeZone.Utc);
        var bought = life.Make(Trade.Day("04-01"), Wanted(seats[0]));
        if (coupons.Length > 0)
            record.Confirm("first_invoice", bought.Totals.DueNow);

        var end = bought.SubscriptionAfter.Term!.Value.End;
        return life.Make(end - Duration.FromDays(left), Wanted(seats[1]));

        Cart Wanted(int quantity) => Cart.Of("plan", interval) with { Quantity = quantity, Discounts = [.. coupons] };
    }
}
