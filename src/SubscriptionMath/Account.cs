using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The account of an entry: the source of the customer's value, or its destination.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Account>))]
public enum Account
{
    /// <summary>The service itself: positive for unused value given back, negative for time bought.</summary>
    Service,

    /// <summary>Tax: negative on a sale, positive on the reversal of a sale.</summary>
    Tax,

    /// <summary>
    /// The customer's loss: unused value without credit, and credit that expires or is lost; negative, with nothing in return.
    /// </summary>
    Forfeited,

    /// <summary>Credit beyond the value left of the service: for used time, or for days rounded up; positive.</summary>
    Goodwill,

    /// <summary>Money: positive for a charge, negative for a refund.</summary>
    Payment,

    /// <summary>
    /// The next invoice: positive for a rise, negative for a fall. A deferred charge has the other sign when it is billed.
    /// </summary>
    NextInvoice,

    /// <summary>The account's paid money credit: positive when it pays or is lost, negative when it rises.</summary>
    Balance,

    /// <summary>The account's promotional credit: positive when it pays or is lost, negative when it comes back.</summary>
    Promotion,

    /// <summary>The difference between the rounded lines and the net rounded once; of either sign.</summary>
    /// <example>67.12 - 161.10 is -93.98, the exact net rounds to -93.97: an entry of +0.01 (WhaleBooks, 3-D).</example>
    Rounding,
}
