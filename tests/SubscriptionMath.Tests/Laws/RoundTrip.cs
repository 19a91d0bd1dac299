namespace SubscriptionMath.Tests.Laws;

/// <summary>A change, the change back to what was held before, and the change once more; all at one instant, all at once, none of which begins a term.</summary>
internal sealed record RoundTrip(Question Question, Quote There, Quote Back, Quote? Again)
{
    /// <summary>
    /// The trip, or null where one of the first two ways is refused, waits, begins a term or buys an add-on in full, or for another stretch than before, or where the plan held has kept the credits of another
    /// one: its own allotment is then granted for the first time when it comes back.
    /// </summary>
    internal static RoundTrip? Of(Question question)
    {
        if (BuysPacks(question) || HoldsAnothers(question.Subscription) || question.Answer() is not Quote there || !Stays(there, question) || there.SubscriptionAfter == question.Subscription)
            return null;

        var away = question.Situation.After(there);
        if (away.Asking(To(question.Subscription.Cart())).Answer() is not Quote back || !Stays(back, question) || !EndsLike(back, question.Subscription))
            return null;

        var again = away.After(back).Asking(To(there.SubscriptionAfter.Cart())).Answer() as Quote;
        return new RoundTrip(question, there, back, again is { } quote && Stays(quote, question) && EndsLike(quote, there.SubscriptionAfter) ? quote : null);

        Change To(Cart cart) => Change.To(cart) with { Timing = question.Change.Timing };
    }

    /// <summary>Whether the way back brings more than the way there took, or the way there, when it is gone again, more than the way back took.</summary>
    internal bool GrantsTwice => Moves(Back).Any(kind => kind.Brought > Took(There, kind.Credit))
        || (Again is { } again && Moves(again).Any(kind => kind.Brought > Took(Back, kind.Credit)));

    internal string Told => string.Join('\n', new[] { There, Back, Again }.Select(quote => $"{quote?.Grants}"));

    private static decimal Took(Quote quote, string credit) => Moves(quote).Where(kind => kind.Credit == credit).Sum(kind => kind.Took);

    /// <summary>
    /// The credits that a change brings and takes, kind by kind. Credits of one product that lapse and come back at once have not moved, nor those by which a grant is
    /// moved to and fro; but a grant that is clipped does not make up for one of a later interval.
    /// </summary>
    private static IEnumerable<(string Credit, decimal Brought, decimal Took)> Moves(Quote quote) =>
        from effect in quote.Grants
        group Signed(effect) by (effect.Credit, effect.ProductId, effect.Kind is GrantEffectKind.ToppedUp or GrantEffectKind.Clipped) into product
        group product.Sum() by product.Key.Credit into kind
        select (kind.Key, kind.Sum(moved => Math.Max(0m, moved)), kind.Sum(moved => Math.Max(0m, -moved)));

    private static decimal Signed(GrantEffect effect) => effect.Kind switch
    {
        GrantEffectKind.Granted or GrantEffectKind.ToppedUp => effect.Units,
        GrantEffectKind.Lapsed or GrantEffectKind.Clipped => -effect.Units,
        _ => 0m,
    };

    private static bool Stays(Quote quote, Question question) => quote.SubscriptionAfter.Pending is null && quote.TermAfter == question.Subscription.Term;

    private static bool EndsLike(Quote quote, Subscription held) =>
        Trip.Ends(quote.SubscriptionAfter).SequenceEqual(Trip.Ends(held));

    private static bool HoldsAnothers(Subscription subscription) =>
        subscription.Grants.Any(grant => grant is { Source: GrantSource.Plan, Rests: false } && grant.ProductId != subscription.Plan?.ProductId);

    /// <summary>Whether an add-on may come with a term of its own, or be paid for in full once more.</summary>
    private static bool BuysPacks(Question question) =>
        (!question.Subscription.AddOns.IsEmpty || question.Change.Cart is { AddOns.IsEmpty: false })
        && question.Policy.Rules.OfType<Rule.Treated>().Any(rule => rule.When.Changes != ChangeKinds.Start && (rule.Then.NewPrice == NewPrice.Full || rule.Then.Term is not TermRule.KeptEnd));
}
