using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// The answer of one policy to a change: a row of <see cref="Billing.Compare"/>. All its figures are those of the answer.
/// </summary>
/// <param name="Policy">The name of the policy.</param>
/// <param name="Answer">The quote, or the refusal.</param>
/// <example>
/// Personal to Company on 2 July 2026. "WhaleBooks": due now EUR 70.19, term end 1 January 2027. "PhotoDeck": due now EUR 189.86, term end
/// 2 July 2027. "smrtPhone", with an unknown role of the person who asks: a refusal with <see cref="RefusalCode.FactNotKnown"/>, and no
/// figure.
/// </example>
public sealed record PolicyAnswer(string Policy, Answer Answer)
{
    /// <summary>Gets the name of the policy; not empty.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string Policy { get; init => field = Require.Text(value, nameof(Policy)); } = Require.Text(Policy, nameof(Policy));

    /// <summary>Gets the quote, or the refusal.</summary>
    public Answer Answer { get; init => field = Require.NotNull(value, nameof(Answer)); } = Require.NotNull(Answer);

    /// <summary>Gets the quote, or null if the change is refused.</summary>
    [JsonIgnore]
    public Quote? Quote => Answer as Quote;

    /// <summary>Gets the refusal, or null if there is a quote.</summary>
    [JsonIgnore]
    public Refused? Refusal => Answer as Refused;

    /// <summary>Gets the amount due at once; negative for a refund, null for a refusal.</summary>
    [JsonIgnore]
    public Money? DueNow => Quote?.Totals is { } totals ? totals.DueNow - totals.Refunded : null;

    /// <summary>Gets the rise of the next invoice, or null for a refusal.</summary>
    [JsonIgnore]
    public Money? OnNextInvoice => Quote?.Totals.OnNextInvoice;

    /// <summary>Gets the rise of the account's money credit; negative if the credit pays, null for a refusal.</summary>
    [JsonIgnore]
    public Money? Credit => Quote?.Totals is { } totals ? totals.ToCredit - totals.FromCredit : null;

    /// <summary>Gets the value that the customer loses, or null for a refusal.</summary>
    [JsonIgnore]
    public Money? Forfeited => Quote?.Totals.Forfeited;

    /// <summary>Gets the end of the term after the change, exclusive; null for a refusal, or if nothing is held afterwards.</summary>
    [JsonIgnore]
    public Instant? TermEnd => Quote?.TermAfter?.End;

    /// <summary>Gets the instant of the change then pending, or null for none.</summary>
    [JsonIgnore]
    public Instant? PendingUntil => Quote?.SubscriptionAfter.Pending?.EffectiveAt;
}
