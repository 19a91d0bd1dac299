namespace SubscriptionMath.Tests.Generators;

/// <summary>Values as a counterexample shows them.</summary>
internal static class Show
{
    internal static string Of(Change change) => $"{(change.Cart is { } cart ? Of(cart) : "cancel")} {change.Timing}";

    internal static string Of(Cart cart) =>
        $"{cart.Quantity} x {cart.PlanId} per {cart.Interval} with [{string.Join(", ", cart.AddOns.Select(addOn => $"{addOn.Quantity} x {addOn.Id} per {addOn.Interval}"))}]{(cart.Paused ? " paused" : "")}";

    internal static string Of(Quote quote) =>
        $"{quote.At}: {(quote.Change is { } change ? Of(change) : quote.BillingReason.ToString())} -> {quote.Direction}: {string.Join(", ", quote.Entries.Select(entry => $"{entry.Account} {entry.Amount}"))}"
        + string.Concat(quote.Lines.Select(line => $"\n        {line.Kind} {line.Quantity} x {line.Product} {line.Price} {line.Covers} {line.Share.Left}/{line.Share.Of} = {line.Exact} = {line.Amount}{(line.Basis == LineBasis.Price ? "" : $" on {line.Basis}")}{(line.Forfeited ? " forfeited" : "")}{(line.Discount is { } off ? $" less {off.Off}" : "")}{(line.Tax is { } tax ? $" {tax.Rate} {tax.Exact} = {tax.Amount}" : "")}"));

    internal static string Of(Subscription subscription) =>
        $"trial {subscription.Trial?.Term} plan {Of(subscription.Plan!)}{string.Concat(subscription.AddOns.Select(addOn => "\n      add-on " + Of(addOn)))}";

    private static string Of(Item item) =>
        $"{item.Quantity} x {item.ProductId} at {item.SoldAt} {item.Term}{string.Concat(item.Lots.Select(lot => $"\n        lot {lot.Quantity} x {lot.Price} {lot.Source} covers {lot.Covers} of {lot.Period} billed {lot.Billed} paid {lot.Paid} carried {lot.Carried} credited {lot.Credited}{(lot.AwaitsInvoice ? " awaits" : "")}{(lot.Discount is { } off ? $" {off}" : "")}{(lot.Tax is { } tax ? $" {tax.Rate} {tax.Billed}" : "")}"))}";
}
