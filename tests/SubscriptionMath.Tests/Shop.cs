using System.Globalization;
using NodaTime.Text;

namespace SubscriptionMath.Tests;

/// <summary>A vendor with its catalog, and the things that happen at its counter: days are written as dates.</summary>
internal sealed record Shop(BillingPolicy Policy, Catalog Catalog)
{
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    public string Currency { get; init; } = "EUR";

    public Facts Facts { get; init; } = Facts.None;

    /// <summary>The date from which the account counts its quota months.</summary>
    public Anchor? QuotaAnchor { get; init; }

    /// <summary>The first instant of a date, or an instant with its Z.</summary>
    public Instant At(string day) => day.EndsWith('Z')
        ? InstantPattern.General.Parse(day).Value
        : LocalDatePattern.Iso.Parse(day).Value.AtStartOfDayInZone(Zone).ToInstant();

    public Term Term(string start, string end) => new(At(start), At(end));

    public Subscription NotStarted() =>
        Subscription.NotStarted("S-1", Currency, Zone) with { QuotaAnchor = QuotaAnchor };

    /// <summary>A first purchase, accepted.</summary>
    public Subscription Buy(string day, Cart cart) => Accept(NotStarted(), Quote(NotStarted(), cart, day));

    public Answer Ask(Subscription subscription, Cart cart, string day, Facts? facts = null, RequestedTiming? timing = null) =>
        Billing.Price(subscription, new Change { Cart = cart, Timing = timing }, facts ?? Facts, Catalog, Policy, At(day));

    public Quote Quote(Subscription subscription, Cart cart, string day, Facts? facts = null, RequestedTiming? timing = null) =>
        Ask(subscription, cart, day, facts, timing).OrThrow();

    /// <summary>A cancellation, quoted and accepted.</summary>
    public Subscription Cancel(Subscription subscription, string day, RequestedTiming? timing = null) =>
        Accept(subscription, Billing.Price(subscription, SubscriptionMath.Change.Cancel(timing), Facts, Catalog, Policy, At(day)).OrThrow());

    /// <summary>All that happens by itself up to a day.</summary>
    public Timeline Advance(Subscription subscription, string day, Facts? facts = null) =>
        Lifecycle.Advance(subscription, facts ?? Facts, Catalog, Policy, At(day));

    /// <summary>Accepts a quote whose facts still hold.</summary>
    public Subscription Accept(Subscription subscription, Quote quote, Facts? facts = null) =>
        Billing.Accept(subscription, quote, facts ?? Facts).OrThrow().Subscription;

    /// <summary>A change, quoted and accepted.</summary>
    public Subscription Change(Subscription subscription, Cart cart, string day, Facts? facts = null, RequestedTiming? timing = null) =>
        Accept(subscription, Quote(subscription, cart, day, facts, timing), facts);
}

/// <summary>How quotes are written in the examples.</summary>
internal static class Written
{
    /// <summary>The entries as people write them: "Service +50.14 -120.33; Payment +70.19".</summary>
    public static string Entries(Quote quote)
    {
        Assert.Equal(0, quote.Entries.Sum(entry => entry.Amount.Minor));
        var text = "";
        for (var i = 0; i < quote.Entries.Count; i++)
        {
            var (account, amount) = (quote.Entries[i].Account, quote.Entries[i].Amount);
            text += i > 0 && quote.Entries[i - 1].Account == account ? "" : $"{(i > 0 ? "; " : "")}{account}";
            text += (amount.IsNegative ? " " : " +") + amount.Amount.ToString(CultureInfo.InvariantCulture);
        }

        return text;
    }

    /// <summary>A step of a life: "2027-01-01: Renewal, Service -240.00; Payment +240.00", or the command and its refusal.</summary>
    public static string Step(TimelineStep step) => step.Answer is Quote quote
        ? $"{Day(step.At, step.Subscription.Zone)}: {quote.BillingReason}, {Entries(quote)}{(step.Outcome == Outcome.Accepted ? "" : $" ({step.Outcome})")}"
        : $"{Day(step.At, step.Subscription.Zone)}: {((Refused)step.Answer).Code}";

    private static string Day(Instant at, DateTimeZone zone) => at.InZone(zone).LocalDateTime is var local && local.TimeOfDay == LocalTime.Midnight
        ? LocalDatePattern.Iso.Format(local.Date)
        : LocalDateTimePattern.GeneralIso.Format(local);

    /// <summary>The usage credits that a change moves: "Carried 12 va of starter".</summary>
    public static string Grants(Quote quote) =>
        string.Join("; ", quote.Grants.Select(effect =>
            string.Create(CultureInfo.InvariantCulture, $"{effect.Kind} {effect.Units} {effect.Credit} of {effect.ProductId}")));

    /// <summary>A lot without its times: "2 x 50.00, billed 50.00, paid 50.00, carried 0.00, credited 0.00, Purchase".</summary>
    public static string Lot(Lot lot) => string.Create(
        CultureInfo.InvariantCulture,
        $"{lot.Quantity} x {(lot.Price.Each is { } each ? each * lot.Terms : (object)lot.Price)}, billed {lot.Billed.Amount}, paid {lot.Paid.Amount}, carried {lot.Carried.Amount}, credited {lot.Credited.Amount}, {lot.Source}{(lot.AwaitsInvoice ? ", awaits invoice" : "")}");
}
