using NodaTime;

namespace SubscriptionMath;

/// <summary>The lots of a money credit that have not expired: all of them, less some in the order of their expiry.</summary>
/// <remarks>Lots that expire one after the other are not copied each time, so that n of them take n steps and not n times n.</remarks>
internal sealed class CreditRest
{
    internal static readonly CreditRest None = new(new(default), 0);

    private readonly Whole _whole;
    private readonly int _expired;
    private CreditLot[]? _lots;

    private CreditRest(Whole whole, int expired) => (_whole, _expired) = (whole, expired);

    /// <summary>Gets the lots, in the order of their arrival; they are copied when first asked for.</summary>
    internal Sequence<CreditLot> Lots => _expired == 0 ? _whole.Lots : new(_lots ??= Left());

    internal Instant? NextExpiry
    {
        get
        {
            foreach (var place in _whole.ByExpiry.AsSpan(_expired))
            {
                if (_whole.Lots[place].Left.IsPositive)
                {
                    return _whole.Lots[place].Expires;
                }
            }

            return null;
        }
    }

    internal static CreditRest Of(Sequence<CreditLot> lots) => lots.IsEmpty ? None : new(new(lots), 0);

    internal void Check(Currency currency, string name) => _whole.Check(currency, name);

    internal (Money Paid, Money Promotion, CreditRest After) Expired(Instant at, Currency currency)
    {
        var (paid, promotion, count) = (Money.Zero(currency), Money.Zero(currency), _expired);
        for (; count < _whole.ByExpiry.Length && _whole.Lots[_whole.ByExpiry[count]] is var lot && lot.HasExpired(at); count++)
        {
            paid += lot.Source == CreditSource.Paid ? lot.Left : Money.Zero(currency);
            promotion += lot.Source == CreditSource.Paid ? Money.Zero(currency) : lot.Left;
        }

        return (paid, promotion, count == _expired ? this : new(_whole, count));
    }

    public override bool Equals(object? obj) => obj is CreditRest other && (ReferenceEquals(this, other) || Lots == other.Lots);

    public override int GetHashCode() => Lots.GetHashCode();

    private CreditLot[] Left()
    {
        var gone = new bool[_whole.Lots.Count];
        foreach (var place in _whole.ByExpiry.AsSpan(0, _expired))
        {
            gone[place] = true;
        }

        var (left, count) = (new CreditLot[gone.Length - _expired], 0);
        for (var i = 0; i < gone.Length; i++)
        {
            if (!gone[i])
            {
                left[count++] = _whole.Lots[i];
            }
        }

        return left;
    }

    /// <summary>The lots before any of them expired.</summary>
    private sealed class Whole(Sequence<CreditLot> lots)
    {
        private int[]? _byExpiry;
        private object? _currency;

        internal Sequence<CreditLot> Lots => lots;

        /// <summary>Gets the places of the lots that expire, in the order of their expiry.</summary>
        internal int[] ByExpiry => _byExpiry ??= InOrder();

        internal void Check(Currency currency, string name)
        {
            if (!currency.Equals(_currency))
            {
                Consistency.Check(lots, currency, name);
                _currency = currency;
            }
        }

        private int[] InOrder()
        {
            var places = new List<(Instant Expires, int Place)>();
            for (var i = 0; i < lots.Count; i++)
            {
                if (lots[i].Expires is { } expires)
                {
                    places.Add((expires, i));
                }
            }

            places.Sort();
            return places.Count == 0 ? [] : [.. places.Select(static place => place.Place)];
        }
    }
}
