using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The account of an entry: where the customer brings value from, or gets it to.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Account>))]
public enum Account
{
    /// <summary>The service itself: positive when unused value is given back, negative when time is bought.</summary>
    Service,

    /// <summary>Tax: negative on what is sold, positive where it goes back with what it was sold with.</summary>
    Tax,

    /// <summary>What the customer loses: unused value that the policy does not credit, credit that expires or is lost; negative, nothing else is got for it.</summary>
    Forfeited,

    /// <summary>Credit beyond what was left of the service: for time that was used, or for days that were rounded up; positive.</summary>
    Conceded,

    /// <summary>Money: positive when it is charged, negative when it is refunded.</summary>
    Payment,

    /// <summary>The next invoice: positive when it rises, negative when it falls; what waited for it has the other sign when it is billed.</summary>
    NextInvoice,

    /// <summary>The account's money credit that was paid for: positive when it falls, since it pays or is lost; negative when it rises.</summary>
    Balance,

    /// <summary>The account's promotional credit: positive when it falls, since it pays or is lost; negative when it comes back.</summary>
    Promotion,

    /// <summary>What the rounded lines differ by from the net that was rounded once; of either sign.</summary>
    /// <example>67.12 - 161.10 is -93.98, the exact net rounds to -93.97: an entry of +0.01 (WhaleBooks, 3-D).</example>
    Rounding,
}
