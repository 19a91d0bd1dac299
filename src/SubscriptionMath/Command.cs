using System.Text.Json.Serialization;
using NodaTime;

namespace SubscriptionMath;

/// <summary>An action of the customer, or of the vendor, at an instant.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(Renew), "renew")]
[JsonDerivedType(typeof(Collect), "collect")]
public abstract record Command
{
    private protected Command()
    {
    }

    /// <summary>Gets the instant; a command at the end of a term comes after the renewal and belongs to the next term.</summary>
    [JsonConverter(typeof(PartConverter))]
    public required Instant At { get; init; }

    private protected abstract void Seal();

    /// <summary>The customer asks for a change: a purchase, another plan, seats, add-ons, a pause, a cancellation.</summary>
    public sealed record Ask : Command
    {
        /// <summary>Gets the change.</summary>
        public required Change Change { get; init => field = Require.NotNull(value, nameof(Change)); }

        private protected override void Seal()
        {
        }
    }

    /// <summary>The customer withdraws a pending change, or a cancellation.</summary>
    public sealed record Withdraw : Command
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The customer ends a pause, or takes back a cancellation; refused without either.</summary>
    public sealed record Resume : Command
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The next term is bought ahead of its time.</summary>
    public sealed record Renew : Command
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>Charges deferred to the next invoice are collected.</summary>
    public sealed record Collect : Command
    {
        private protected override void Seal()
        {
        }
    }
}
