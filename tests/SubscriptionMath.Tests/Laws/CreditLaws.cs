namespace SubscriptionMath.Tests.Laws;

public sealed class CreditLaws
{
    [Law]
    public void Money_credit_moves_by_exactly_the_balance_entries_and_is_never_negative(Question question)
    {
        if (question.Answer() is not Quote quote)
            return;

        var moved = quote.Entries.Where(entry => entry.Account is Account.Balance or Account.Promotion).Sum(entry => entry.Amount.Minor);
        Assert.Equal(
            question.Situation.Facts.Credit.Lots.Sum(lot => lot.Left.Minor) - moved, quote.CreditAfter.Lots.Sum(lot => lot.Left.Minor));
        Assert.All(quote.CreditAfter.Lots, lot => Assert.False(lot.Left.IsNegative));
    }

    [Law]
    public void Money_is_only_paid_where_no_usable_credit_is_left(Question question)
    {
        if (question.Policy.Balance.Pays.HasFlag(BalanceUses.Changes) && question.Answer() is Quote quote
            && quote.Entries.Any(entry => entry is { Account: Account.Payment, Amount.IsPositive: true }))
        {
            // Credit of less than a step stays, so that whole steps are paid.
            Assert.True(
                quote.CreditAfter.Lots.Where(lot => lot.PaysOnly is null).Sum(lot => lot.LeftAt(question.At).Minor) < Policies.StepOf(question.Policy, question.Subscription.Currency)
                || quote.Entries.Last(entry => entry.Account is Account.Payment or Account.Balance or Account.Promotion) is { Account: Account.Balance or Account.Promotion, Amount.IsNegative: true });
        }
    }

    [Law]
    public void What_waits_for_the_next_invoice_is_what_the_entries_say(Question question)
    {
        if (question.Answer() is not Quote quote)
            return;

        var waits = quote.Entries.Where(entry => entry.Account == Account.NextInvoice).Sum(entry => entry.Amount.Minor);
        Assert.Equal(
            question.Subscription.NextInvoice.Sum(charge => charge.Amount.Minor) + waits,
            quote.SubscriptionAfter.NextInvoice.Sum(charge => charge.Amount.Minor));
    }

    [Law]
    public void Usage_credits_are_conserved__left_before_plus_granted_is_left_after_plus_lapsed(Question question, NonNegativeInt used)
    {
        var subscription = Spent(question, used.Get);
        if ((question with { Situation = question.Situation with { Subscription = subscription } }).Answer() is not Quote quote)
            return;

        Assert.Equal(
            Left(subscription.Grants) + Told(GrantEffectKind.Granted) + Told(GrantEffectKind.ToppedUp),
            Left(quote.SubscriptionAfter.Grants) + Told(GrantEffectKind.Lapsed) + Told(GrantEffectKind.Clipped));
        Assert.All(quote.Grants, effect => Assert.True(effect.Units > 0m));

        decimal Told(GrantEffectKind kind) => quote.Grants.Where(effect => effect.Kind == kind).Sum(effect => effect.Units);
        static decimal Left(Sequence<Grant> grants) => grants.Where(grant => !grant.Rests).Sum(grant => Math.Max(0m, grant.Granted - grant.Used));
    }

    [Law]
    public void What_was_used_stays_used(Question question, NonNegativeInt used)
    {
        var subscription = Spent(question, used.Get);
        if ((question with { Situation = question.Situation with { Subscription = subscription } }).Answer() is not Quote quote)
            return;

        // A grant that is there after the change is one of before, a new one, what was left of an old one, or an old one with another limit.
        Assert.All(quote.SubscriptionAfter.Grants, grant => Assert.True(
            subscription.Grants.Contains(grant) || (grant is { Used: 0m } && grant.Effective >= question.At)
            || subscription.Grants.Where(held => held.Kind == grant.Kind && held.Effective == grant.Effective).Sum(held => held.Used) >= grant.Used));
        Assert.All(quote.Grants.Where(effect => effect.Kind == GrantEffectKind.Carried), effect => Assert.Contains(
            subscription.Grants, grant => grant.LeftAt(question.At) >= effect.Units));
    }

    [Law]
    public void Down_and_up_again_within_a_term_never_grants_anything_twice(Question question, NonNegativeInt used)
    {
        var trip = RoundTrip.Of(question with { Situation = question.Situation with { Subscription = Spent(question, used.Get) } });
        Assert.False(trip is { GrantsTwice: true }, trip?.Told);
    }

    /// <summary>Some of each grant that runs is used.</summary>
    internal static Subscription Spent(Question question, int used) => question.Subscription with
    {
        Grants = [.. question.Subscription.Grants.Select((grant, place) => grant with { Used = grant.Used + Math.Min(grant.LeftAt(question.At), used % (place + 40)) })],
    };
}
