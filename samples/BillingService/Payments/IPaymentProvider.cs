namespace BillingService.Payments;

/// <summary>Moves money. Every call has a key, and a call repeated with its key gives the first answer and moves nothing again.</summary>
internal interface IPaymentProvider
{
    /// <summary>Charges a card; false if the card is declined.</summary>
    Task<bool> ChargeAsync(string key, string accountId, string card, Money amount);

    /// <summary>Gives money back to a card.</summary>
    Task RefundAsync(string key, string accountId, string card, Money amount);

    /// <summary>Takes back the charge of a key; does nothing if there was none.</summary>
    Task VoidAsync(string key);
}
