using System.Globalization;

namespace SubscriptionMath.Tests.Conformance.HelpArticleRecords;

/// <summary>Help articles: what a renewal leaves of the credits before it, and credits that are bought in the middle of a month.</summary>
internal sealed class HelpArticleRenewals : Adapter
{
    private const decimal Units = 100m;

    public override string Engine => "help articles";

    public override string Asks => "the credits after a renewal without rollover; the part of price and credits of an add-on that ends with its plan";

    public override string Policy => "`GrantFate.Replaced`; `NewPrice.ForTheRest` beside `Allotment.ForTheRest`, the day of the purchase used (`ChangeDay.Old`).";

    public override bool Reads(PublishedRecord record) => record.Vendor is "Ssemble" or "MailUp" && record.IsCounted;

    public override Answers Answer(PublishedRecord record) => record.Vendor == "Ssemble" ? Renewed(record) : CoTermed(record);

    private static Answers Renewed(PublishedRecord record)
    {
        var life = UsageCredits.Life(AllowancePolicy.EachTermAnew, UsageCredits.Plan("plan", 1, Units, Rollover.None));
        // The last day of the cycle; the renewal is on the day after it.
        var renewal = Trade.Date(record.Word("cycle_end")).PlusDays(1);
        var end = At(renewal);
        life.Make(At(renewal.PlusMonths(-1)), UsageCredits.Buy("plan"));
        life.Spend(end - Duration.FromDays(1), Units - record.Whole("left")!.Value);
        return new() { ["after_renewal"] = life.Left(end) == Units ? "fresh allotment only" : "something else" };
    }

    /// <summary>A month of thirty days to the renewal.</summary>
    private static Answers CoTermed(PublishedRecord record)
    {
        var credits = new AddOn
        {
            Id = "credits",
            Name = "Credits",
            Prices = [Price.Of(Units, "USD", BillingInterval.Month)],
            Allowances = [new Allowance { Kind = UsageCredits.Kind, Units = Units, Rollover = Rollover.None }],
        };
        var policy = Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference).WithMeasure(Measure.Days with { ChangeDay = ChangeDay.Old }) with
        {
            Allowances = AllowancePolicy.EachTermAnew with { BoughtAddOns = Allotment.ForTheRest },
        };
        var platform = Plain.Plan("platform", 1, 10m, BillingInterval.Month) with { AddOns = [credits.Id] };
        var life = new RecordedLife(new Catalog { Plans = [platform], AddOns = [credits] }, policy, DateTimeZone.Utc);
        var renewal = new LocalDate(2026, 4, record.Whole("renewal")!.Value);
        life.Make(At(renewal), UsageCredits.Buy("platform"));
        var bought = At(renewal.With(DateAdjusters.DayOfMonth(record.Whole("day")!.Value)));
        var quote = life.Make(bought, UsageCredits.Buy("platform") with { AddOns = [new CartAddOn { Id = credits.Id }] });
        return new() { ["credits"] = Percent(life.Left(bought)), ["price"] = Percent(quote.Totals.DueNow.Amount) };
    }

    /// <summary>Of a hundred, as a part of it.</summary>
    private static string Percent(decimal ofHundred) => string.Create(CultureInfo.InvariantCulture, $"{ofHundred:0.##}%");

    private static Instant At(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}
