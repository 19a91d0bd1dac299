namespace SubscriptionMath;

/// <summary>A change that is asked for.</summary>
/// <param name="Pairing">What is held, paired with what is wanted.</param>
/// <param name="Cart">The cart that is wanted; null for a termination.</param>
/// <param name="Wish">When it is wished for.</param>
internal readonly record struct Request(Pairing Pairing, Cart? Cart, AskedTiming Wish)
{
    /// <summary>Gets the kinds of change that end, pause or resume the whole subscription.</summary>
    internal What OfStatus => Pairing.Plan.Changes & (What.End | What.Pause | What.Resume);
}
