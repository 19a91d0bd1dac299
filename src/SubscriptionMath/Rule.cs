using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>A case and its treatment. The first rule whose case matches decides.</summary>
/// <example>
/// <c>Rule.Refuse(RefusalCode.PaidToFree, new Case { From = PriceClass.Paid, To = PriceClass.Free })</c> before <c>Rule.Otherwise(...)</c>
/// refuses a change from paid to free and leaves all else to the last rule.
/// </example>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Treated), "treated")]
[JsonDerivedType(typeof(NotAllowed), "refused")]
public abstract record Rule
{
    private protected Rule()
    {
    }

    /// <summary>Gets the case.</summary>
    [JsonPropertyOrder(-1)]
    public required Case When { get; init => field = Require.NotNull(value, nameof(When)); }

    /// <summary>Makes a rule that treats a case.</summary>
    /// <param name="when">The case.</param>
    /// <param name="then">The treatment.</param>
    public static Rule For(Case when, Treatment then) => new Treated { When = when, Then = then };

    /// <summary>Makes the rule for everything that no rule before it matched.</summary>
    /// <param name="then">The treatment.</param>
    public static Rule Otherwise(Treatment then) => new Treated { When = Case.Otherwise, Then = then };

    /// <summary>Makes a rule that refuses a case.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="when">The case.</param>
    public static Rule Refuse(RefusalCode reason, Case when) => new NotAllowed { When = when, Reason = reason };

    private protected abstract void Seal();

    /// <summary>A rule that treats its case.</summary>
    public sealed record Treated : Rule
    {
        /// <summary>Gets the treatment.</summary>
        public required Treatment Then { get; init => field = Require.NotNull(value, nameof(Then)); }

        private protected override void Seal()
        {
        }
    }

    /// <summary>A rule that refuses its case.</summary>
    public sealed record NotAllowed : Rule
    {
        /// <summary>Gets the reason of the refusal.</summary>
        public required RefusalCode Reason { get; init => field = Require.Defined(value, nameof(Reason)); }

        private protected override void Seal()
        {
        }
    }
}
