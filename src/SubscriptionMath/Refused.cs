namespace SubscriptionMath;

/// <summary>A change that the policy does not allow. A refusal has no entries and changes nothing.</summary>
public sealed record Refused : Answer
{
    /// <summary>Gets the reason, as a stable code.</summary>
    public required RefusalCode Code { get; init => field = Require.Defined(value, nameof(Code)); }

    /// <summary>Gets the reason, as an English sentence.</summary>
    public required string Message { get; init => field = Require.Text(value, nameof(Message)); }

    private protected override void Seal()
    {
    }
}
