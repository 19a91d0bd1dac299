using System.Globalization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>All refusals, each with its sentence.</summary>
internal static class Refusals
{
    internal static Refused ByRule(RefusalCode code) => Of(code, code switch
    {
        RefusalCode.PaidToFree =>
            "A paid plan cannot change to the free plan directly; cancel the subscription and let its term end.",
        RefusalCode.ChangeWhileCanceled =>
            "The subscription is canceled and runs to the end of its term; resume it before changing it.",
        RefusalCode.DowngradeNotOffered => "Downgrades are not offered.",
        RefusalCode.IntervalNotOffered => "Another interval is not offered with this change.",
        RefusalCode.TimingNotOffered => "A first purchase has no current period, so it cannot take effect at the end of one.",
        RefusalCode.ChangePending => "Another change is pending; withdraw it first.",
        RefusalCode.ChangeWhilePaused =>
            "A paused subscription can only be resumed or canceled; make other changes before or after the pause.",
        RefusalCode.PauseNotOffered => "Pauses are not offered.",
        RefusalCode.NextBillingNotOffered => "The next billing cannot be moved to that date.",
        RefusalCode.InContract => "The contract has not ended; the plan runs to the contract's end.",
        RefusalCode.NothingToResume => "The subscription is neither canceled nor paused; there is nothing to resume.",
        RefusalCode.NothingToRenew => "The subscription has no next term to buy: it holds nothing, was canceled or is paused.",
        RefusalCode.NothingToCancel => "The subscription holds nothing to cancel.",
        RefusalCode.RenewalDue => "The term has ended and its renewal is not paid; renew it first.",
        RefusalCode.CancellationPending => "The subscription is already canceled, with another end; withdraw that cancellation first.",
        _ => $"The policy refuses this change: {code}.",
    });

    internal static Refused PlanNotSold(Cart cart, Currency currency, Catalog catalog) => catalog.PlanOrNull(cart.PlanId) is { } plan
        ? NotSold(plan, cart.Interval, currency)
        : Of(
            RefusalCode.ProductNotOffered, $"The plan '{cart.PlanId}' is not offered.",
            cart.PlanId, cart.PlanId, Catalog.Ids(catalog.Plans));

    internal static Refused AddOnNotOffered(string id, Plan plan) =>
        Of(RefusalCode.ProductNotOffered, $"The add-on '{id}' is not offered.", id, id, plan.AddOns);

    internal static Refused NotSold(Plan plan, BillingInterval interval, Currency currency) =>
        NotSold((plan.Id, plan.Name), plan.Prices, interval, currency);

    internal static Refused NotSold(AddOn addOn, BillingInterval interval, Currency currency) =>
        NotSold((addOn.Id, addOn.Name), addOn.Prices, interval, currency);

    internal static Refused SameAddOnTwice(AddOn addOn) => Of(
        RefusalCode.SameAddOnTwice, $"The cart holds {addOn.Name} twice; ask for it once, with the quantity wanted.", addOn.Id, addOn.Id);

    internal static Refused AddOnNotOffered(AddOn addOn, Plan plan) =>
        Of(RefusalCode.AddOnNotOffered, $"{addOn.Name} is not offered with {plan.Name}.", addOn.Id, addOn.Id, plan.AddOns);

    internal static Refused SeatsNotOffered(Plan plan, int seats) => Of(
        RefusalCode.SeatsNotOffered,
        $"{plan.Name} is not sold with {Seats(seats)}; {Limits(plan.Seats)}.",
        plan.Id, Number(seats), Numbers(plan.Seats));

    internal static Refused AddOnUnitsNotOffered(AddOn addOn, int units, SeatLimits limits) => Of(
        RefusalCode.AddOnUnitsNotOffered,
        $"{addOn.Name} is not sold {units} times; {Limits(limits)}.",
        addOn.Id, Number(units), Numbers(limits));

    internal static Refused ProductNotOffered(string id) =>
        Of(RefusalCode.ProductNotOffered, $"'{id}' is no longer sold; the current items continue.", id, id);

    internal static Refused MembersOverSeats(string planId, int members, int seats) => Of(
        RefusalCode.MembersOverSeats,
        $"{members} members use a seat; the cart has {Seats(seats)}.",
        planId, Number(seats), [Number(members)]);

    internal static Refused RoleNotPermitted(Roles role, Roles permitted) =>
        Of(RefusalCode.RoleNotPermitted, $"Requested by {Who(role)}; only {Who(permitted)} may change the subscription.");

    internal static Refused Timing(RefusalCode code, RequestedTiming? asked, bool takesDate, bool namesDate) => Of(code, asked switch
    {
        _ when code == RefusalCode.DateHasPassed => "The date of the change has passed.",
        _ when takesDate => "The change must name the date on which it takes effect.",
        _ when namesDate => "This change cannot take effect on a date.",
        null => "The change must say whether it takes effect now or at the end of the period.",
        RequestedTiming.Now => "This change takes effect only at the end of the period.",
        _ => "This change takes effect only at once.",
    });

    internal static Refused PauseOver() =>
        Of(RefusalCode.DateHasPassed, "The pause would end before it begins; name a later date for the resumption.");

    internal static Refused NotBegun() => Of(
        RefusalCode.TimingNotOffered, "A purchase that has not begun is withdrawn as a whole: at once, or on the date of its start.");

    internal static Refused StartKept() =>
        Of(RefusalCode.TimingNotOffered, "The first purchase is kept until it begins; the customer can cancel it from its start on.");

    internal static Refused NotEnoughCredits(string kind, decimal wanted, decimal left, decimal? limit) => Of(
        RefusalCode.NotEnoughCredits,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Requested {wanted} {Credits(kind)}; {left} are available{(limit is { } owed ? $", and at most {owed} may be owed" : "")}."),
        kind, wanted.ToString(CultureInfo.InvariantCulture), [left.ToString(CultureInfo.InvariantCulture)]);

    internal static Refused FactNotKnown(string fact, string name) =>
        Of(RefusalCode.FactNotKnown, $"The policy needs {fact}, which the caller did not supply.", name);

    internal static Refused TaxesNotKnown() => FactNotKnown("the rates of tax", nameof(Facts.Taxes));

    internal static Refused EarlierTermNotPriced(Term term, string why) =>
        Of(RefusalCode.EarlierTermNotPriced, $"The change cannot be priced for {term}: {why}");

    internal static Refused Stale(string why, string? subject = null, string? asked = null, Sequence<string> available = default) =>
        Of(RefusalCode.StaleQuote, why, subject, asked, available);

    internal static Refused StaleVersion(long quoted, long now) => Stale(
        $"The quote was made for version {quoted} of the subscription, which is at {now} now.", null, Number(quoted), [Number(now)]);

    internal static Refused StaleSince(Instant end, Instant at) =>
        Stale($"The quote was good until {end}; it was to be accepted at {at}.", null, at.ToString(), [end.ToString()]);

    private static string Limits(SeatLimits limits) =>
        $"it takes {limits.Least} or more{(limits.Most is { } most ? $", and at most {most}" : "")}";

    private static string Seats(int seats) => seats == 1 ? "1 seat" : $"{seats} seats";

    // A kind is the caller's word ("phone", "credits").
    private static string Credits(string kind) => kind.EndsWith("credits", StringComparison.Ordinal) ? kind : $"{kind} credits";

    private static string Who(Roles roles)
    {
        var named = new List<string>(3);
        Add(Roles.Owner, "the owner");
        Add(Roles.Billing, "a member with billing permission");
        Add(Roles.Member, "a member");
        return named.Count == 0 ? "nobody" : string.Join(" or ", named);

        void Add(Roles role, string name)
        {
            if ((roles & role) != Roles.None)
            {
                named.Add(name);
            }
        }
    }

    /// <summary>Gives the refusal of an interval, or of the currency if the product is not sold in it at all.</summary>
    private static Refused NotSold((string Id, string Name) product, Sequence<Price> prices, BillingInterval interval, Currency currency)
    {
        Sequence<string> intervals =
            [.. prices.Where(price => price.Currency == currency).Select(static price => price.Interval.ToString())];
        return intervals.IsEmpty
            ? Of(RefusalCode.CurrencyNotOffered, $"{product.Name} is not sold in {currency}.", product.Id, currency.ToString(),
                [.. prices.Select(static price => price.Currency.ToString()).Distinct()])
            : Of(RefusalCode.IntervalNotOffered, $"{product.Name} is not sold per {interval} in {currency}.", product.Id,
                interval.ToString(), intervals);
    }

    private static Sequence<string> Numbers(SeatLimits limits) =>
        limits.Most is { } most ? [Number(limits.Least), Number(most)] : [Number(limits.Least)];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Refused Of(
        RefusalCode code, string sentence, string? subject = null, string? asked = null, Sequence<string> available = default) =>
        new() { Code = code, Message = sentence, Subject = subject, Asked = asked, Available = available };
}
