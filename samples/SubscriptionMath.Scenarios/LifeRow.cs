using System.Globalization;

namespace SubscriptionMath.Scenarios;

/// <summary>One row of a life: an event or step in a line, with its money and its usage credits.</summary>
/// <param name="It">The event or step.</param>
/// <param name="What">Its words.</param>
/// <param name="Details">Its details, each a few words.</param>
/// <param name="Due">The amount paid at once: negative for a refund, zero for none.</param>
internal sealed record LifeRow(Happening It, string What, IReadOnlyList<string> Details, Money Due)
{
    /// <summary>Gives the rows of a run; time that just passes has none.</summary>
    internal static IReadOnlyList<LifeRow> Of(RunOutcome run) =>
        [.. run.Life.Where(it => it.Step is not { Kind: StepKind.Advance }).Select(Of)];

    /// <summary>The end of the held plan's validity: paid, in trial or free; null for no plan.</summary>
    internal Instant? ValidUntil => It.After.Plan?.ChargedThrough;

    /// <summary>An amount as people write it, without its currency: "1,250.00".</summary>
    internal static string Amount(Money amount) =>
        amount.Amount.ToString("N" + amount.Currency.MinorDigits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static LifeRow Of(Happening it)
    {
        var trial = it.Before.Plan is null && it.After.InTrial(it.At) ? ", in trial" : "";
        var due = it is { Outcome: Outcome.Accepted, Answer: Quote quote }
            ? quote.Totals.DueNow - quote.Totals.Refunded
            : Money.Zero(it.Run.Currency);
        return new LifeRow(it, Words.Of(it) + trial, [.. Said(it).Where(one => one.Length > 0)], due);
    }

    private static IEnumerable<string> Said(Happening it) => it switch
    {
        { Answer: Refused refused } => [$"refused: {refused.Message.TrimEnd('.')}"],
        { Outcome: Outcome.NotPaid, Answer: Quote quote } => [$"{Amount(quote.Totals.DueNow)} could not be collected: {(it.Step is null ? "the event stays due" : "nothing changes")}"],
        { Answer: Quote quote } => [.. Moved(it, quote), .. Usage(quote)],
        _ => [],
    };

    private static IEnumerable<string> Moved(Happening it, Quote quote)
    {
        var (totals, payments) = (quote.Totals, quote.Entries.Where(entry => entry is { Account: Account.Payment, Amount.IsPositive: true }).ToArray());
        yield return it.Outcome == Outcome.AcceptedAndOwed ? $"{Amount(totals.DueNow)} could not be collected and is owed" : "";
        yield return payments.Length > 1 ? $"in two payments, {string.Join(" and ", payments.Select(payment => Amount(payment.Amount)))}" : "";
        yield return Where(totals.FromCredit, quote.BillingReason is BillingReason.Expiry or BillingReason.MoneyCreditExpiry ? "of credit is lost" : "from the credit");
        yield return Where(totals.ToCredit, "to the credit");
        yield return Where(totals.Refunded, "refunded");
        yield return Where(totals.OnNextInvoice, "more on the next invoice");
        yield return Where(-totals.OnNextInvoice, it.Step is null ? "of deferred charges is billed" : "less on the next invoice");
        yield return Where(totals.UnusedValue - totals.Credited, "of unused value is not credited");
        yield return totals.DaysGranted > 0 ? string.Create(CultureInfo.InvariantCulture, $"{totals.DaysGranted} days more for the rest") : "";
        yield return it.After.Pending is { } pending && it.Before.Pending != pending
            ? (pending.Cart is null ? $"the subscription ends on {Words.Day(pending.EffectiveAt, it.Run.Zone)}" : $"from {Words.Day(pending.EffectiveAt, it.Run.Zone)} on")
            : "";
    }

    private static IEnumerable<string> Usage(Quote quote)
    {
        foreach (var (kind, words) in new[] { (GrantEffectKind.Lapsed, "lapse"), (GrantEffectKind.Carried, "carried over"), (GrantEffectKind.Granted, "granted") })
        {
            yield return Words.Usage(FigureTaker.Moved(quote, kind)) is { Length: > 0 } moved ? $"{moved} {words}" : "";
        }
    }

    private static string Where(Money amount, string words) => amount.IsPositive ? $"{Amount(amount)} {words}" : "";
}
