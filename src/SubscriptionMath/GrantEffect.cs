using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The kind of effect that a change has on usage credits.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GrantEffectKind>))]
public enum GrantEffectKind
{
    /// <summary>The change grants the credits.</summary>
    Granted,

    /// <summary>Unused credits of the old plan roll over.</summary>
    Carried,

    /// <summary>Unused credits lapse.</summary>
    Lapsed,

    /// <summary>The credits stay as they are, whatever plan is held now.</summary>
    Kept,

    /// <summary>The credits left rise by the units: the difference of two allotments, or the room under a higher limit.</summary>
    ToppedUp,

    /// <summary>The credits left fall by the units: to the lower plan's allotment, or by the difference of two allotments.</summary>
    Clipped,

    /// <summary>The credits repay usage beyond earlier grants.</summary>
    Repaid,
}

/// <summary>One effect of a change on usage credits.</summary>
/// <param name="Kind">The kind of effect.</param>
/// <param name="Credit">The kind of usage credit.</param>
/// <param name="ProductId">The plan or add-on that brought the credits, or brings them.</param>
/// <param name="Units">The number of units; zero or more.</param>
public sealed record GrantEffect(GrantEffectKind Kind, string Credit, string ProductId, decimal Units);
