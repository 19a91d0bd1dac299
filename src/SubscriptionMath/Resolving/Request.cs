namespace SubscriptionMath;

/// <summary>A requested change: a cart, paired with the held items, and the requested timing. Rules have not been asked yet.</summary>
/// <param name="Pairing">The held items, each paired with the wanted one.</param>
/// <param name="Cart">The wanted cart; null for a cancellation.</param>
/// <param name="Wish">The requested timing.</param>
internal readonly record struct Request(Pairing Pairing, Cart? Cart, AskedTiming Wish)
{
    /// <summary>Gets the kinds of change that end, pause or resume the whole subscription.</summary>
    internal ChangeKinds OfStatus => Pairing.Plan.Changes & (ChangeKinds.End | ChangeKinds.Pause | ChangeKinds.Resume);
}
