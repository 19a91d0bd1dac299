namespace SubscriptionMath.Scenarios;

/// <summary>The properties of an object; an unknown property is an error, since it is most likely misspelt.</summary>
internal sealed class ObjectCursor
{
    private readonly JsonCursor _whole;
    private readonly Dictionary<string, JsonCursor> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    internal ObjectCursor(JsonCursor whole)
    {
        _whole = whole;
        foreach (var property in whole.Element.EnumerateObject())
        {
            var field = new JsonCursor(property.Value, $"{whole.Path}.{property.Name}", whole.File);
            if (!_fields.TryAdd(property.Name, field))
            {
                throw field.Wrong($"the property \"{property.Name}\" once", "it twice");
            }
        }
    }

    internal IEnumerable<KeyValuePair<string, JsonCursor>> All => _fields;

    internal bool Has(string name) => _fields.ContainsKey(name);

    internal JsonCursor? Optional(string name)
    {
        _asked.Add(name);
        return _fields.GetValueOrDefault(name);
    }

    /// <summary>Throws if properties are missing, and names all of them at once.</summary>
    internal ObjectCursor WithAll(params IReadOnlyList<string> names)
    {
        string[] missing = [.. names.Where(name => !Has(name))];
        return missing switch
        {
            [] => this,
            [var one] => throw _whole.Wrong($"a property \"{one}\"", Names(_fields.Keys)),
            _ => throw _whole.Wrong($"the properties {Names(missing)}", Names(_fields.Keys)),
        };
    }

    internal JsonCursor Required(string name) => Optional(name)
        ?? throw _whole.Wrong($"a property \"{name}\"", Names(_fields.Keys));

    /// <summary>Throws for a property that no reader asked for.</summary>
    internal void Done()
    {
        foreach (var (name, field) in _fields)
        {
            if (!_asked.Contains(name))
            {
                throw new ScenarioException(
                    field.File, field.Path, $"one of the properties {Names(_asked)}", $"\"{name}\"", question: NearestNames.Question(name, _asked));
            }
        }
    }

    private static string Names(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "none" : string.Join(", ", names.Select(name => $"\"{name}\""));
}
