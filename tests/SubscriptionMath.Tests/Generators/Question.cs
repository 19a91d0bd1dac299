namespace SubscriptionMath.Tests.Generators;

/// <summary>A change that is asked for in a situation.</summary>
public sealed record Question(Situation Situation, Change Change)
{
    public Subscription Subscription => Situation.Subscription;

    public BillingPolicy Policy => Situation.Policy;

    public Instant At => Situation.At;

    public Answer Answer() =>
        Billing.Price(Subscription, Change, Situation.Facts, Situation.Catalog, Situation.Policy, Situation.At);

    public override string ToString() => $"{Situation}\n    asks for {Show.Of(Change)}\n    answer {Told()}\n";

    private string Told()
    {
#pragma warning disable CA1031 // Whatever was thrown is what the counterexample shows.
        try
        {
            return Answer() is Quote quote ? Show.Of(quote) : ((Refused)Answer()).Message;
        }
        catch (Exception thrown)
        {
            return thrown.Message;
        }
#pragma warning restore CA1031
    }
}
