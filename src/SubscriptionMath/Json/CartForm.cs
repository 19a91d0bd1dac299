using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace SubscriptionMath.Json;

/// <summary>The form of a cart and its add-ons, read member by member.</summary>
internal static class CartForm
{
    internal static bool Has(Type noun) => noun == typeof(Cart) || noun == typeof(CartAddOn);

    internal static void Shape(JsonTypeInfo info)
    {
        // What is required is read into it in any case.
        info.CreateObject = info.Type == typeof(Cart)
            ? static () => Cart.Of("unread", default)
            : static () => new CartAddOn { Id = "unread" };
        NounForm.SetAll(info, info.Type == typeof(Cart) ? OfCart : OfAddOn);
    }

    private static Action<object, object?>? OfCart(string name) => name switch
    {
        "planId" => static (noun, value) => PlanId((Cart)noun, (string)value!),
        "interval" => static (noun, value) => Interval((Cart)noun, (BillingInterval)value!),
        "quantity" => static (noun, value) => Quantity((Cart)noun, (int)value!),
        "addOns" => static (noun, value) => AddOns((Cart)noun, (Sequence<CartAddOn>)value!),
        "discounts" => static (noun, value) => Discounts((Cart)noun, (Sequence<Discount>)value!),
        "paused" => static (noun, value) => Paused((Cart)noun, (bool)value!),
        "pausedUntil" => static (noun, value) => PausedUntil((Cart)noun, (Instant?)value),
        _ => null,
    };

    private static Action<object, object?>? OfAddOn(string name) => name switch
    {
        "id" => static (noun, value) => Id((CartAddOn)noun, (string)value!),
        "quantity" => static (noun, value) => Quantity((CartAddOn)noun, (int)value!),
        "interval" => static (noun, value) => Interval((CartAddOn)noun, (BillingInterval?)value),
        _ => null,
    };

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_PlanId")]
    private static extern void PlanId(Cart cart, string value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Interval")]
    private static extern void Interval(Cart cart, BillingInterval value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Quantity")]
    private static extern void Quantity(Cart cart, int value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_AddOns")]
    private static extern void AddOns(Cart cart, Sequence<CartAddOn> value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Discounts")]
    private static extern void Discounts(Cart cart, Sequence<Discount> value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Paused")]
    private static extern void Paused(Cart cart, bool value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_PausedUntil")]
    private static extern void PausedUntil(Cart cart, Instant? value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")]
    private static extern void Id(CartAddOn addOn, string value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Quantity")]
    private static extern void Quantity(CartAddOn addOn, int value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Interval")]
    private static extern void Interval(CartAddOn addOn, BillingInterval? value);
}
