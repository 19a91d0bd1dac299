namespace BillingService.Due;

/// <summary>What the worker tells.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Resuming quote {QuoteId} of subscription {SubscriptionId}.")]
    internal static partial void Resuming(ILogger log, string subscriptionId, string quoteId);

    [LoggerMessage(LogLevel.Error, "Subscription {SubscriptionId} could not be run and is put off by an hour.")]
    internal static partial void PutOff(ILogger log, Exception fault, string subscriptionId);

    [LoggerMessage(LogLevel.Warning, "Subscription {SubscriptionId} is left to people: it could not be canceled. {Reason}")]
    internal static partial void LeftToPeople(ILogger log, string subscriptionId, string reason);

    [LoggerMessage(LogLevel.Error, "The run of what is due has failed and starts again.")]
    internal static partial void Failed(ILogger log, Exception fault);
}
