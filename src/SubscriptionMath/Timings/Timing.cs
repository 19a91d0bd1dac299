using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: when does a change take effect?</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Immediate), "now")]
[JsonDerivedType(typeof(PeriodEnd), "atPeriodEnd")]
[JsonDerivedType(typeof(CustomersChoice), "customerChooses")]
public abstract record Timing
{
    private protected Timing()
    {
    }

    /// <summary>At once, at the instant of the change.</summary>
    public static Timing Now { get; } = new Immediate();

    /// <summary>At the end of the current term; until then it is a pending change.</summary>
    public static Timing AtPeriodEnd { get; } = new PeriodEnd();

    /// <summary>When the customer says: a change that does not say when is refused.</summary>
    public static Timing CustomerChooses { get; } = new CustomersChoice();

    private protected abstract void Seal();

    /// <summary>At once.</summary>
    public sealed record Immediate : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>At the end of the current term.</summary>
    public sealed record PeriodEnd : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>When the customer says.</summary>
    public sealed record CustomersChoice : Timing
    {
        private protected override void Seal()
        {
        }
    }
}
