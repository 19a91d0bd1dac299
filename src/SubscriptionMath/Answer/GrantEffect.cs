using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What a change does to some usage credits.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GrantEffectKind>))]
public enum GrantEffectKind
{
    /// <summary>They are granted.</summary>
    Granted,

    /// <summary>They were left of the old plan and are carried over.</summary>
    Carried,

    /// <summary>They were left and lapse.</summary>
    Lapsed,

    /// <summary>They are kept as they are, whatever plan is held now.</summary>
    Kept,

    /// <summary>What is left rises by so many: the difference of two allotments, or the room that a higher limit leaves.</summary>
    ToppedUp,

    /// <summary>What is left falls by so many: to the lower plan's allotment, or by the difference of two allotments.</summary>
    Clipped,

    /// <summary>They repay what was used beyond what had been granted.</summary>
    Repaid,
}

/// <summary>One effect of a change on usage credits.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Credit">The kind of usage credit.</param>
/// <param name="ProductId">The plan or add-on that brought, or brings, them.</param>
/// <param name="Units">How many; zero or more.</param>
public sealed record GrantEffect(GrantEffectKind Kind, string Credit, string ProductId, decimal Units);
