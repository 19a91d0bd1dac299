namespace SubscriptionMath;

/// <summary>All refusals, each with its sentence.</summary>
internal static class Refusals
{
    internal static Refused ByRule(RefusalCode code) => Of(code, code switch
    {
        RefusalCode.PaidToFree =>
            "A paid plan cannot be changed to the free one directly; terminate the subscription and let its term end.",
        RefusalCode.ChangeWhileTerminated =>
            "The subscription is terminated and runs to the end of its term; resume it before changing it.",
        RefusalCode.DowngradeNotOffered => "Downgrades are not offered.",
        RefusalCode.IntervalNotOffered => "Another interval is not offered with this change.",
        RefusalCode.TimingNotOffered => "A first purchase has no period at whose end it could take effect.",
        RefusalCode.ChangePending => "Another change is pending; withdraw it first.",
        RefusalCode.ChangeWhilePaused => "A paused subscription is only resumed or terminated; other changes come before or after the pause.",
        RefusalCode.PauseNotOffered => "Pauses are not offered.",
        RefusalCode.NextBillingNotOffered => "The next billing cannot be moved to that date.",
        RefusalCode.InContract => "The contract has not run out; the plan is held to its end.",
        RefusalCode.NothingToResume => "The subscription is neither terminated nor paused; there is nothing to resume.",
        RefusalCode.NothingToRenew => "The subscription has no next term to buy: it holds nothing, was terminated or is paused.",
        RefusalCode.NothingToTerminate => "The subscription holds nothing that could be terminated.",
        RefusalCode.RenewalDue => "The term has ended and its renewal is not paid; that comes first.",
        RefusalCode.TerminationPending => "The subscription is terminated already, to end at another time; withdraw that first.",
        _ => $"The policy refuses this change: {code}.",
    });

    internal static Refused IntervalNotOffered(string product, BillingInterval every, Currency currency) =>
        Of(RefusalCode.IntervalNotOffered, $"{product} is not sold per {every} in {currency}.");

    internal static Refused SameAddOnTwice(string addOn) =>
        Of(RefusalCode.SameAddOnTwice, $"The cart holds {addOn} twice; ask for it once, with the quantity wanted.");

    internal static Refused AddOnNotOffered(string addOn, string plan) =>
        Of(RefusalCode.AddOnNotOffered, $"{addOn} is not offered with {plan}.");

    internal static Refused SeatsNotOffered(string plan, int seats, SeatLimits limits) => Of(
        RefusalCode.SeatsNotOffered,
        $"{plan} is not sold with {Seats(seats)}; it takes {limits.Least} or more{(limits.Most is { } most ? $", and at most {most}" : "")}.");

    internal static Refused AddOnUnitsNotOffered(string addOn, int units, SeatLimits limits) => Of(
        RefusalCode.AddOnUnitsNotOffered,
        $"{addOn} is not sold {units} times; it takes {limits.Least} or more{(limits.Most is { } most ? $", and at most {most}" : "")}.");

    internal static Refused ProductNotOffered(string id) =>
        Of(RefusalCode.ProductNotOffered, $"'{id}' is not sold any more; what is held goes on.");

    internal static Refused MembersOverSeats(int members, int seats) =>
        Of(RefusalCode.MembersOverSeats, $"{members} members are in use and the cart has {Seats(seats)}.");

    internal static Refused RoleNotPermitted(Roles role, Roles permitted) =>
        Of(RefusalCode.RoleNotPermitted, $"It was asked by {Who(role)}; {Who(permitted)} may change the subscription.");

    internal static Refused Timing(RefusalCode code, RequestedTiming? asked, bool takesDate, bool namesDate) => Of(code, asked switch
    {
        _ when code == RefusalCode.DateHasPassed => "The date on which the change is to take effect has passed.",
        _ when takesDate => "The change has to say the date on which it takes effect.",
        _ when namesDate => "This change does not take a date.",
        null => "The change has to say whether it takes effect now or at the period's end.",
        RequestedTiming.Now => "This change only takes effect at the period's end.",
        _ => "This change only takes effect at once.",
    });

    internal static Refused NotBegun() => Of(
        RefusalCode.TimingNotOffered, "What has not begun is withdrawn as a whole: at once, or on the date on which it would begin.");

    internal static Refused StartKept() =>
        Of(RefusalCode.TimingNotOffered, "The first purchase is kept until it begins; it can be terminated from its start on.");

    internal static Refused NotEnoughCredits(string kind, decimal wanted, decimal left, decimal? limit) => Of(
        RefusalCode.NotEnoughCredits,
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{wanted} {kind} are to be used, and {left} are left{(limit is { } owed ? $"; at most {owed} may be owed" : "")}."));

    internal static Refused FactNotKnown(string fact) => Of(RefusalCode.FactNotKnown, $"The policy asks for {fact}; it is not known.");

    internal static Refused Stale(string why) => Of(RefusalCode.StaleQuote, why);

    private static string Seats(int seats) => seats == 1 ? "1 seat" : $"{seats} seats";

    private static string Who(Roles roles)
    {
        var named = new List<string>(3);
        Add(Roles.Owner, "the owner");
        Add(Roles.Billing, "somebody with billing permission");
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

    private static Refused Of(RefusalCode code, string sentence) => new() { Code = code, Sentence = sentence };
}
