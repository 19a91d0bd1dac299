using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>What one policy answers to a change: a row of <see cref="Billing.Compare"/>. All its figures are those of the answer.</summary>
/// <param name="Policy">The name of the policy.</param>
/// <param name="Answer">The quote, or the refusal.</param>
/// <example>
/// Personal to Company on 2 July 2026. "WhaleBooks": due now EUR 70.19, term end 1 January 2027. "PhotoDeck": due now EUR 189.86, term end
/// 2 July 2027. "smrtPhone", where nobody said who asks: a refusal with <see cref="RefusalCode.FactNotKnown"/>, and no figure.
/// </example>
public sealed record PolicyAnswer(string Policy, Answer Answer)
{
    /// <summary>Gets the name of the policy; not empty.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string Policy { get; init => field = Require.Text(value, nameof(Policy)); } = Require.Text(Policy, nameof(Policy));

    /// <summary>Gets the quote, or the refusal.</summary>
    public Answer Answer { get; init => field = Require.NotNull(value, nameof(Answer)); } = Require.NotNull(Answer);

    /// <summary>Gets the quote, or null where the change is refused.</summary>
    [JsonIgnore]
    public Quote? Quote => Answer as Quote;

    /// <summary>Gets the refusal, or null where there is a quote.</summary>
    [JsonIgnore]
    public Refused? Refusal => Answer as Refused;

    /// <summary>Gets what is to be paid at once; negative where money is paid back, and null where the change is refused.</summary>
    [JsonIgnore]
    public Money? DueNow => Quote?.Totals is { } totals ? totals.DueNow - totals.Refunded : null;

    /// <summary>Gets what the next invoice rises by, or null where the change is refused.</summary>
    [JsonIgnore]
    public Money? OnNextInvoice => Quote?.Totals.OnNextInvoice;

    /// <summary>Gets what the account's money credit rises by; negative where it pays, and null where the change is refused.</summary>
    [JsonIgnore]
    public Money? Credit => Quote?.Totals is { } totals ? totals.ToCredit - totals.FromCredit : null;

    /// <summary>Gets what the customer loses, or null where the change is refused.</summary>
    [JsonIgnore]
    public Money? Forfeited => Quote?.Totals.Forfeited;

    /// <summary>Gets the end of the term after the change, exclusive; null where the change is refused, or nothing is held after it.</summary>
    [JsonIgnore]
    public Instant? TermEnd => Quote?.TermAfter?.End;

    /// <summary>Gets when what then waits takes effect, or null where nothing does.</summary>
    [JsonIgnore]
    public Instant? PendingUntil => Quote?.SubscriptionAfter.Pending?.EffectiveAt;
}
