namespace SubscriptionMath;

/// <summary>The treatment of one thing, and whether it takes effect at the period's end.</summary>
internal readonly record struct Decision(Treatment? Treatment, bool AtPeriodEnd)
{
    /// <summary>Whether something happens at once.</summary>
    internal bool Now => Treatment is not null && !AtPeriodEnd;

    internal bool Restarts => Now && Treatment!.Term is TermRule.Restart;
}
