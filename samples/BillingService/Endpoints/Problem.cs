namespace BillingService.Endpoints;

/// <summary>A problem (RFC 9457) that names the field at fault, and the values that can be had instead.</summary>
internal sealed record Problem(int Status, string Title, string Detail)
{
    internal const string ContentType = "application/problem+json";

    public string? Code { get; init; }

    public string? Field { get; init; }

    public string? Asked { get; init; }

    public IReadOnlyList<string>? Available { get; init; }

    internal static Problem NotFound(string what, string id) => new(404, "Not found", $"There is no {what} '{id}'.");

    internal static Problem Invalid(string field, string detail) => new(400, "The request is not valid", detail) { Field = field };

    internal static Problem Of(Refused refused) => new(422, "The policy does not allow this change", refused.Message)
    {
        Code = Word(refused.Code),
        Field = FieldOf(refused.Code),
        Asked = refused.Asked,
        Available = refused.Available.IsEmpty ? null : refused.Available,
    };

    internal static Problem Of(Stale stale) => new(409, "The quote is stale", stale.Refusal.Message) { Code = Word(stale.Reason) };

    internal static Problem Of(Money declined) =>
        new(402, "The payment was declined", $"The card did not pay {declined}. Nothing has changed.")
        {
            Code = "declined",
            Field = "card",
        };

    internal static Problem Busy { get; } =
        new(409, "The account is busy", "Another change of this account is being paid. Ask again in a moment.") { Code = "busy" };

    internal IResult Result() => Results.Json(this, statusCode: Status, contentType: ContentType);

    private static string Word<T>(T value)
        where T : struct, Enum => BillingJson.Write(value).Trim('"');

    /// <summary>The member of the request that the policy objects to; null if the time or the state is wrong, not the request.</summary>
    private static string? FieldOf(RefusalCode code) => code switch
    {
        RefusalCode.SeatsNotOffered or RefusalCode.MembersOverSeats => "cart.quantity",
        RefusalCode.IntervalNotOffered => "cart.interval",
        RefusalCode.AddOnNotOffered or RefusalCode.SameAddOnTwice or RefusalCode.AddOnUnitsNotOffered => "cart.addOns",
        RefusalCode.ProductNotOffered or RefusalCode.DowngradeNotOffered or RefusalCode.PaidToFree => "cart.planId",
        RefusalCode.TimingNotStated or RefusalCode.TimingNotOffered => "timing",
        RefusalCode.DateHasPassed => "date",
        RefusalCode.NextBillingNotOffered => "nextBilling",
        RefusalCode.PauseNotOffered => "cart.paused",
        RefusalCode.NotEnoughCredits => "units",
        _ => null,
    };
}
