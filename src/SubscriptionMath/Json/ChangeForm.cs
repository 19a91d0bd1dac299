using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace SubscriptionMath.Json;

/// <summary>The form of a change, asked for or pending. It states its kind, so that a missing cart cancels nothing.</summary>
internal static class ChangeForm
{
    internal const string Kind = "kind";
    private const string To = "to";
    private const string Cancel = "cancel";

    // Stands for a cart until one is read, or a cancellation is.
    private static readonly Cart Unread = Cart.Of("unread", BillingInterval.Month);

    /// <summary>Tells whether a noun has a kind of this form.</summary>
    internal static bool Has(Type noun) => noun == typeof(Change) || noun == typeof(PendingChange);

    internal static void Shape(JsonTypeInfo info)
    {
        info.CreateObject = info.Type == typeof(Change)
            ? static () => new Change { Cart = Unread }
            : static () => new PendingChange { Cart = Unread, RequestedAt = default, EffectiveAt = default };
        NounForm.SetAll(info, info.Type == typeof(Change) ? OfChange : OfPending);
    }

    /// <summary>Puts the kind first; it is asked for.</summary>
    internal static void AddKind(JsonTypeInfo info)
    {
        var kind = NounForm.Member<string>(
            info, Kind, static noun => CartOf(noun) is null ? Cancel : To, static (noun, value) => Say(noun, value));
        kind.IsRequired = true;
        var cart = info.Properties.First(static property => property.Name == "cart");
        (cart.IsRequired, cart.ShouldSerialize) = (false, static (_, value) => value is not null);
        info.Properties.Insert(0, kind);
    }

    /// <summary>Refuses a change to a cart that was not read.</summary>
    internal static void Check(object noun)
    {
        if (ReferenceEquals(CartOf(noun), Unread))
        {
            throw new JsonException($"Expected a cart: a change of the kind '{To}' has one, one of the kind '{Cancel}' has none.");
        }
    }

    private static Cart? CartOf(object noun) => noun is Change change ? change.Cart : ((PendingChange)noun).Cart;

    private static void Say(object noun, string? kind)
    {
        if (kind is not (To or Cancel))
        {
            throw new JsonException($"Expected one of \"{To}\", \"{Cancel}\".");
        }

        if (kind == Cancel)
        {
            Put(noun, null);
        }
    }

    /// <summary>Puts the cart, or none, where none was read before.</summary>
    private static void Put(object noun, Cart? cart)
    {
        if (!ReferenceEquals(CartOf(noun), Unread))
        {
            throw new JsonException($"A change of the kind '{Cancel}' has no cart.");
        }

        if (noun is Change change)
        {
            CartOf(change, cart);
        }
        else
        {
            CartOf((PendingChange)noun, cart);
        }
    }

    private static void Read(object noun, object? cart) =>
        Put(noun, cart as Cart ?? throw new JsonException("Expected a cart, found null."));

    private static Action<object, object?>? OfChange(string name) => name switch
    {
        "cart" => Read,
        "timing" => static (noun, value) => Timing((Change)noun, (RequestedTiming?)value),
        "date" => static (noun, value) => Date((Change)noun, (Instant?)value),
        "since" => static (noun, value) => Since((Change)noun, (Instant?)value),
        "nextBilling" => static (noun, value) => NextBilling((Change)noun, (Instant?)value),
        _ => null,
    };

    private static Action<object, object?>? OfPending(string name) => name switch
    {
        "cart" => Read,
        "requestedAt" => static (noun, value) => RequestedAt((PendingChange)noun, (Instant)value!),
        "effectiveAt" => static (noun, value) => EffectiveAt((PendingChange)noun, (Instant)value!),
        "onDate" => static (noun, value) => OnDate((PendingChange)noun, (bool)value!),
        _ => null,
    };

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Cart")]
    private static extern void CartOf(Change change, Cart? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Timing")]
    private static extern void Timing(Change change, RequestedTiming? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Date")]
    private static extern void Date(Change change, Instant? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Since")]
    private static extern void Since(Change change, Instant? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_NextBilling")]
    private static extern void NextBilling(Change change, Instant? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Cart")]
    private static extern void CartOf(PendingChange change, Cart? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_RequestedAt")]
    private static extern void RequestedAt(PendingChange change, Instant value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_EffectiveAt")]
    private static extern void EffectiveAt(PendingChange change, Instant value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_OnDate")]
    private static extern void OnDate(PendingChange change, bool value);
}
