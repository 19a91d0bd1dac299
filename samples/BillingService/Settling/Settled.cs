namespace BillingService.Settling;

/// <summary>What became of a quote.</summary>
internal abstract record Settled;

/// <summary>The quote is booked: paid, or owed if the policy lets it stand unpaid.</summary>
internal sealed record Booked(Outcome Outcome, Quote Quote, Subscription Subscription, MoneyCredit Credit, Invoice? Invoice) : Settled;

/// <summary>The card was declined, and nothing changed.</summary>
internal sealed record Declined(Money Amount) : Settled;

/// <summary>The policy refused the change.</summary>
internal sealed record NotAllowed(Refused Refusal) : Settled;

/// <summary>The quote can no longer be accepted: the library's reason, and its sentence.</summary>
internal sealed record Overtaken(Stale Stale) : Settled;

/// <summary>Another quote of the account is being settled at this moment.</summary>
internal sealed record Busy : Settled;

/// <summary>Usage credits were spent.</summary>
internal sealed record UnitsSpent(Spent Spent) : Settled;
