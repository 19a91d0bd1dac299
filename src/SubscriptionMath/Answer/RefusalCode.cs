using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>Why a change is refused: a stable code. Codes are added, never renamed.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefusalCode>))]
public enum RefusalCode
{
    /// <summary>A paid plan is only left for the free one by termination and expiry.</summary>
    PaidToFree,

    /// <summary>The subscription was terminated and has to be resumed first.</summary>
    ChangeWhileTerminated,

    /// <summary>Downgrades are not offered.</summary>
    DowngradeNotOffered,

    /// <summary>The cart holds the same add-on twice.</summary>
    SameAddOnTwice,

    /// <summary>There are more members than the cart has seats.</summary>
    MembersOverSeats,

    /// <summary>The plan is not sold in that number of seats.</summary>
    SeatsNotOffered,

    /// <summary>The one who asks has no permission to do so.</summary>
    RoleNotPermitted,

    /// <summary>The add-on is not offered with the plan.</summary>
    AddOnNotOffered,

    /// <summary>The product is not sold for that interval in the subscription's currency.</summary>
    IntervalNotOffered,

    /// <summary>The change has to say when it is to take effect, and does not.</summary>
    TimingNotStated,

    /// <summary>The change cannot take effect when it asks to.</summary>
    TimingNotOffered,

    /// <summary>The date on which the change is to take effect has passed.</summary>
    DateHasPassed,

    /// <summary>Another change is pending and has to be withdrawn first.</summary>
    ChangePending,

    /// <summary>The subscription is paused: it is only resumed or terminated.</summary>
    ChangeWhilePaused,

    /// <summary>Pauses are not offered.</summary>
    PauseNotOffered,

    /// <summary>The next billing cannot be moved, or not to that date.</summary>
    NextBillingNotOffered,

    /// <summary>The subscription has ended, or is neither terminated nor paused: there is nothing to resume.</summary>
    NothingToResume,

    /// <summary>The subscription has no next term that could be bought: it holds nothing, was terminated or is paused.</summary>
    NothingToRenew,

    /// <summary>Nothing was bought yet, or the subscription has ended: there is nothing to terminate.</summary>
    NothingToTerminate,

    /// <summary>The term has ended and its renewal is not paid.</summary>
    RenewalDue,

    /// <summary>More usage credits are to be used than are left, or than may be owed.</summary>
    NotEnoughCredits,

    /// <summary>The subscription, or a fact that the quote read, has changed since the quote was made.</summary>
    StaleQuote,

    /// <summary>The policy asks for a fact that is not known; only a comparison of policies says so, where it is asked alone it is an exception.</summary>
    FactNotKnown,

    /// <summary>The plan is held under a contract that has not run out.</summary>
    InContract,

    /// <summary>The add-on is not sold in that number of units.</summary>
    AddOnUnitsNotOffered,

    /// <summary>The product that a pending change asks for is not in the catalog any more.</summary>
    ProductNotOffered,

    /// <summary>Another termination is pending, and the policy does not let this one take its place.</summary>
    TerminationPending,
}
