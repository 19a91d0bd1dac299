using System.Text.Json;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.LagoRecords;

/// <summary>Lago: which transactions of a wallet, and which wallets, pay.</summary>
internal sealed class LagoWallets : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "which granted or purchased credits, and which wallets, are used first; more than there is";

    public override string Policy => "`Billing.Spend` in the order `GrantOrders.Lago`, `Overage.Refused`. The kind of the credits is the type of the fee that is paid; a wallet that may not pay "
        + "fees of that type holds none of them.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "lago", Kind: "credit_grant_burn" };

    public override Answers Answer(PublishedRecord record)
    {
        var inputs = record.Inputs;
        return inputs.Field("wallets") is { } wallets
            ? Spend(Fee(inputs), wallets.EnumerateArray().Select(wallet => Wallet(wallet, inputs.GetProperty("fees")[0].GetProperty("type").GetString()!)))
            : Spend(inputs.GetProperty("consume").GetDecimal(), inputs.GetProperty("inbounds").EnumerateArray().Select(Inbound));
    }

    private static Answers Spend(decimal units, IEnumerable<Grant> grants)
    {
        var life = UsageCredits.Life(AllowancePolicy.EachTermAnew with { Use = UsageCredits.Use(GrantOrders.Lago) }).Hold(grants);
        var answer = life.Spend(UsageCredits.Start, units);
        var (used, left) = (new Answers(), new Answers());
        foreach (var use in (answer as Spent)?.Uses ?? default)
            used[use.GrantId] = use.Units;
        foreach (var grant in life.Subscription.Grants)
            left[grant.Id] = grant.LeftAt(UsageCredits.Start);

        return new() { ["used"] = used, ["consumed"] = used, ["remaining"] = left, ["error"] = answer is NotSpent ? "exceeds_available_amount" : null };
    }

    /// <summary>The amount of the one fee of an invoice, which is its total.</summary>
    private static decimal Fee(JsonElement inputs)
    {
        var (fee, total) = (inputs.GetProperty("fees").EnumerateArray().Single().GetProperty("amount").GetDecimal(), inputs.GetProperty("invoice_total").GetDecimal());
        return fee == total ? fee : throw new InvalidOperationException($"The fee is {fee} and the invoice {total}.");
    }

    private static Grant Wallet(JsonElement wallet, string fee) =>
        UsageCredits.Grant(wallet.GetProperty("id").GetString()!, wallet.GetProperty("balance").GetDecimal(), UsageCredits.Start, null) with
        {
            Kind = wallet.Field("allowed_fee_types") is { } types && types.EnumerateArray().All(type => type.GetString() != fee) ? $"all but {fee}" : UsageCredits.Kind,
            Priority = wallet.GetProperty("priority").GetInt32(),
            Created = UsageCredits.Start + Duration.FromSeconds(wallet.GetProperty("created_order").GetInt32()),
        };

    private static Grant Inbound(JsonElement inbound) =>
        UsageCredits.Grant(inbound.GetProperty("id").GetString()!, inbound.GetProperty("remaining").GetDecimal(), UsageCredits.Start, null) with
        {
            Source = inbound.GetProperty("type").GetString() switch
            {
                "granted" => GrantSource.Promotion,
                "purchased" => GrantSource.Purchase,
                var other => throw new InvalidOperationException($"A wallet transaction \"{other}\" is not read."),
            },
            Priority = inbound.Field("priority")?.GetInt32(),
        };
}
