namespace SubscriptionMath;

/// <content>The add-ons as they will be: they are found by their ids, and end, without a search.</content>
internal sealed partial class Draft
{
    // So few are found as fast one by one.
    private const int FewAddOns = 8;

    private readonly List<ItemDraft> _addOns = [];
    private Dictionary<string, int>? _addOnPlaces;
    private Index<CartAddOn>? _asked;
    private bool _addOnsEnded;

    /// <summary>The add-ons in their order; one that ended is no more among them.</summary>
    internal List<ItemDraft> AddOns
    {
        get
        {
            if (_addOnsEnded)
            {
                _addOns.RemoveAll(static addOn => addOn.HasEnded);
                (_addOnsEnded, _addOnPlaces) = (false, null);
            }

            return _addOns;
        }
    }

    /// <summary>The add-on with an id, or null where there is none.</summary>
    internal ItemDraft? AddOn(string id) => PlaceOf(id) is var place and >= 0 ? _addOns[place] : null;

    /// <summary>The entry of the pending cart for an add-on, or null where there is none.</summary>
    internal CartAddOn? Asked(Cart? pending, string id) =>
        (_asked ??= Index<CartAddOn>.Of(pending?.AddOns ?? default, static entry => entry.Id)).Find(id);

    /// <summary>An add-on is held from now on, in the place of the one with its id, or at the end.</summary>
    internal void Hold(ItemDraft addOn)
    {
        if (PlaceOf(addOn.ProductId) is var place and >= 0)
        {
            _addOns[place] = addOn;
        }
        else
        {
            _addOnPlaces?.Add(addOn.ProductId, _addOns.Count);
            _addOns.Add(addOn);
        }
    }

    internal void EndAddOn(ItemDraft addOn)
    {
        (_touched, _addOnsEnded, addOn.HasEnded) = (true, true, true);
        _addOnPlaces?.Remove(addOn.ProductId);
        (_endedAddOns ??= []).Add(addOn.ProductId);
        Grant(new GrantStep.AddOnLeft(addOn.ProductId));
    }

    private int PlaceOf(string id)
    {
        if (_addOns.Count <= FewAddOns)
        {
            return AddOns.FindIndex(addOn => addOn.ProductId == id);
        }

        if (_addOnPlaces is null)
        {
            _addOnPlaces = new(AddOns.Count, StringComparer.Ordinal);
            for (var i = 0; i < _addOns.Count; i++)
            {
                _addOnPlaces.Add(_addOns[i].ProductId, i);
            }
        }

        return _addOnPlaces.TryGetValue(id, out var place) ? place : -1;
    }
}
