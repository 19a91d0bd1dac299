namespace SubscriptionMath.Tests.Conformance.IssueThreadRecords;

/// <summary>Public complaints of users of several engines: the amounts of changes.</summary>
internal sealed class IssueThreadChanges : Adapter
{
    private static readonly Anchor Start = Anchor.On(new LocalDate(2026, 1, 1));

    public override string Engine => "issue-thread";

    public override string Asks => "credit, charge and balance of a change; a new cycle";

    public override string Policy => "Each thread's own: the old price gives the credit (`UnusedValue.OfAllLots`), seats too; a surplus goes to the balance, which pays the cycles after it "
        + "(`BalanceUses.All`); a new cycle begins at the change (`TermRule.Restarted`), with credit by whole months or with none. A part that is left is so many days of as many.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "issue-thread", Kind: "plan_change" } && !record.Has("old_allowance");

    public override Answers Answer(PublishedRecord record) =>
        record.Assume("anchor", "reset").Assume("mode", "reset_full").Assume("new_interval", "1 year").Assume("event", "upgrade").Assume("balance_before", "0").Has("net_minor") ? Lowered(record)
        : record.Has("old_yearly") ? Reset(record)
        : record.Has("mode") ? NotCredited(record)
        : record.Has("today") ? Restarted(record)
        : record.Has("monthly_minor") ? Covered(record)
        : record.Has("target") ? Changed(record.Major("preorder_paid"), record.Major("target"), Fraction.One)
        : record.Has("seats") ? Changed(record.Major("seat_price"), record.Major("new_price"), Fraction.Parse(record.Word("remaining")), record.Whole("seats")!.Value)
        : Changed(record.Major("old"), record.Major("new"), Fraction.Parse(record.Word("remaining")));

    /// <summary>The end kept, the difference for what is left.</summary>
    private static Answers Changed(decimal old, decimal wanted, Fraction left, int seats = 1)
    {
        var interval = BillingInterval.Days((int)left.Denominator);
        var life = Bought(old, interval, wanted, interval, Plain.Difference, seats: seats);
        var totals = life.Make(Day(left.Denominator - left.Numerator), Cart.Of("new", interval)).Totals;
        return new()
        {
            ["credit_minor"] = totals.Credited.Minor,
            ["charge_minor"] = totals.NewPrice.Minor,
            ["net_minor"] = totals.Net.Minor,
            ["due_minor"] = totals.DueNow.Minor,
            ["payable_minor"] = totals.DueNow.Minor,
        };
    }

    /// <summary>From a price to nothing on the first day.</summary>
    private static Answers Lowered(PublishedRecord record)
    {
        var life = Bought(Math.Abs(record.Major("net_minor")), BillingInterval.Month, 0m, BillingInterval.Month, Plain.Difference);
        var quote = life.Make(Day(0), Cart.Of("new", BillingInterval.Month));
        return new() { ["balance_after"] = quote.CreditAfter.LeftAt(Day(0), quote.SubscriptionAfter.Currency).Minor };
    }

    private static Answers Reset(PublishedRecord record)
    {
        var life = Bought(
            record.Major("old_yearly"), BillingInterval.Year, record.Major("new_yearly"), BillingInterval.Year, Plain.Anew, measure: Measure.MonthsNotStarted);
        var at = Start.Boundary(record.Whole("months_used")!.Value, BillingInterval.Month).At(DateTimeZone.Utc);
        var totals = life.Make(at, Cart.Of("new", BillingInterval.Year)).Totals;
        return new() { ["credit_minor"] = totals.Credited.Minor, ["due_minor"] = totals.DueNow.Minor };
    }

    private static Answers NotCredited(PublishedRecord record)
    {
        var price = record.Major("yearly");
        var life = Bought(price, BillingInterval.Year, price, BillingInterval.Year, Plain.Anew with { Unused = UnusedValue.None });
        var at = life.Subscription.Term!.Value.End - Duration.FromHours(record.Whole("hours_left_on_old")!.Value);
        return new() { ["due_minor"] = life.Make(at, Cart.Of("new", BillingInterval.Year)).Totals.DueNow.Minor };
    }

    private static Answers Restarted(PublishedRecord record)
    {
        var (today, expiry) = (record.Day("today"), record.Day("old_expiry"));
        var life = Bought(10m, BillingInterval.Year, 20m, BillingInterval.Year, Plain.Anew, from: Anchor.On(expiry).TermAt(today, BillingInterval.Year).FirstDay());
        life.Make(today.AtMidnight().At(DateTimeZone.Utc), Cart.Of("new", BillingInterval.Year));
        return new() { ["new_expiry"] = life.Subscription.Term!.Value.EndDay() };
    }

    /// <summary>A year for the credit, changed to months on its first day: all of it pays them, the first as well.</summary>
    private static Answers Covered(PublishedRecord record)
    {
        var life = Bought(record.Major("credit_minor"), BillingInterval.Year, record.Major("monthly_minor"), BillingInterval.Month, Plain.Anew);
        life.Make(Day(0), Cart.Of("new", BillingInterval.Month));
        life.Advance(Start.Boundary(2, BillingInterval.Year).At(DateTimeZone.Utc));
        return new()
        {
            ["fully_covered_cycles"] = life.Accepted.Skip(1).Count(step => step.Quote.Totals.DueNow.IsZero),
            ["remaining_credit_minor"] = life.Facts.Credit.LeftAt(Day(0), life.Subscription.Currency).Minor,
        };
    }

    private static RecordedLife Bought(
        decimal old, BillingInterval oldInterval, decimal wanted, BillingInterval interval, Treatment change, Treatment? end = null, Measure? measure = null, int seats = 1, LocalDate? from = null)
    {
        var policy = Plain.Policy(Plain.FirstPurchase, end ?? Plain.Difference, change).WithMeasure(measure ?? Measure.Days);
        var life = new RecordedLife(Catalog.Of(Plain.Plan("old", 1, old, oldInterval), Plain.Plan("new", 1, wanted, interval)), policy, DateTimeZone.Utc);
        life.Make((from ?? Start.Origin.Date).AtMidnight().At(DateTimeZone.Utc), Cart.Of("old", oldInterval) with { Quantity = seats });
        return life;
    }

    private static Instant Day(Int128 days) => Start.Boundary((long)days, BillingInterval.Day).At(DateTimeZone.Utc);
}
