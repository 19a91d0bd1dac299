using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The reason of a refusal, as a stable code. Codes are added, never renamed.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefusalCode>))]
public enum RefusalCode
{
    /// <summary>A paid plan changes to the free one only by cancellation and expiry.</summary>
    PaidToFree,

    /// <summary>The subscription was canceled; the customer has to resume it first.</summary>
    ChangeWhileCanceled,

    /// <summary>Downgrades are not offered.</summary>
    DowngradeNotOffered,

    /// <summary>The cart holds the same add-on twice.</summary>
    SameAddOnTwice,

    /// <summary>There are more members than the cart has seats.</summary>
    MembersOverSeats,

    /// <summary>The plan is not sold in that number of seats.</summary>
    SeatsNotOffered,

    /// <summary>The person who asks has no permission to change the subscription.</summary>
    RoleNotPermitted,

    /// <summary>The add-on is not offered with the plan.</summary>
    AddOnNotOffered,

    /// <summary>The product is not sold for that interval in the subscription's currency.</summary>
    IntervalNotOffered,

    /// <summary>The change does not say when to take effect, and has to.</summary>
    TimingNotStated,

    /// <summary>The change cannot take effect at the time asked for.</summary>
    TimingNotOffered,

    /// <summary>The date asked for has passed.</summary>
    DateHasPassed,

    /// <summary>Another change is pending; the customer has to withdraw it first.</summary>
    ChangePending,

    /// <summary>The subscription is paused: the customer can only resume or cancel it.</summary>
    ChangeWhilePaused,

    /// <summary>Pauses are not offered.</summary>
    PauseNotOffered,

    /// <summary>The next billing date cannot be moved, or not to the date asked for.</summary>
    NextBillingNotOffered,

    /// <summary>There is nothing to resume: the subscription has ended, or is neither canceled nor paused.</summary>
    NothingToResume,

    /// <summary>The subscription has no next term to buy: it holds nothing, was canceled or is paused.</summary>
    NothingToRenew,

    /// <summary>There is nothing to cancel: nothing was bought yet, or the subscription has ended.</summary>
    NothingToCancel,

    /// <summary>The term has ended and its renewal is not paid.</summary>
    RenewalDue,

    /// <summary>The use exceeds the usage credits left, or the debt allowed.</summary>
    NotEnoughCredits,

    /// <summary>The subscription, or a fact that the quote read, has changed since the quote was made.</summary>
    StaleQuote,

    /// <summary>A fact that the policy needs is missing. Only a comparison of policies refuses so; a single price throws instead.</summary>
    FactNotKnown,

    /// <summary>The plan is under a contract that has not ended.</summary>
    InContract,

    /// <summary>The add-on is not sold in that number of units.</summary>
    AddOnUnitsNotOffered,

    /// <summary>The catalog does not have a product of the cart, or no longer has one of a pending change.</summary>
    ProductNotOffered,

    /// <summary>Another cancellation is pending, and the policy does not let this one replace it.</summary>
    CancellationPending,

    /// <summary>The change is meant for an earlier term, and cannot be priced within that term.</summary>
    EarlierTermNotPriced,

    /// <summary>The product is not sold in the subscription's currency, for any interval.</summary>
    CurrencyNotOffered,
}
