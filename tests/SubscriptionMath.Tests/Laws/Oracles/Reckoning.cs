using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>
/// The dumb second computation of a quote: who moves is read from cart and questionnaire, time is counted unit by unit, amounts are ratios of
/// unbounded integers, and time is bought a term and a day at a time. It calls nothing of the library that counts, prices, values or settles.
/// </summary>
internal sealed partial class Reckoning
{
    private readonly Question _question;
    private readonly List<Moving> _moves = [];
    private readonly List<(string Id, Rational Price)> _together = [];
    private readonly List<(Treatment Like, List<OracleLine> Lines, Gifts Gifts, Paying Paying)> _bills = [];
    private readonly Dictionary<(PaymentTiming Due, Surplus Surplus), Rational> _daysLeft = [];
    private readonly Dictionary<Discount, Instant> _begun = [];
    private readonly Subscription _before;
    private Term _planTerm;
    private Instant _billedUntil;
    private Anchor _anchor;
    /// <summary>The plan after the change, which is the one held if the change of plan waits.</summary>
    private string _planId;
    private Price _planPrice;
    private int _planQuantity;
    private bool _trialGoesOn;
    private bool _planBegins;
    private bool _planIsNew;
    private bool _begins;
    private Instant? _asOf;
    private List<CreditLot> _credit;
    private Rational _left;
    private BigInteger _paid;

    private Reckoning(Question question)
    {
        (_question, _before) = (question, question.Subscription);
        (_planTerm, _anchor) = (_before.Plan!.Term, _before.Anchor);
        _billedUntil = _before.Plan.Lots.Select(lot => lot.Covers.End).Append(_planTerm.End).Max();
        (_planId, _planPrice, _planQuantity) = (_before.Plan.ProductId, _before.Plan.SoldAt, _before.Plan.Quantity);
        _trialGoesOn = _before.InTrial(question.At);
        _left = _before.Remainder is { } some ? new((BigInteger)some.Numerator, (BigInteger)some.Denominator) : Rational.Zero;
        _credit = [.. question.Situation.Facts.Credit.Lots];
    }

    internal List<OracleLine> Lines { get; } = [];

    internal List<(Account Account, BigInteger Amount)> Entries { get; } = [];

    /// <summary>When the plan's term ends afterwards.</summary>
    internal Instant End => _planTerm.End;

    private Instant At => _asOf ?? _question.At;

    private DateTimeZone Zone => _before.Zone;

    private Rounding Rounding => _question.Policy.Proration.Rounding;

    internal static Reckoning Of(Question question)
    {
        var reckoning = new Reckoning(question);
        reckoning.FindMoves();
        foreach (var move in reckoning._moves)
            reckoning.Put(move);

        reckoning.CutOff();
        foreach (var (like, lines, gifts, paying) in reckoning._bills)
            reckoning.Settle(like, lines, gifts, paying);

        reckoning.LoseCredit();
        return reckoning;
    }
}
