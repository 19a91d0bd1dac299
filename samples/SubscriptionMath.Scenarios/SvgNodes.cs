using System.Globalization;
using System.Xml.Linq;

namespace SubscriptionMath.Scenarios;

/// <summary>The few SVG elements that a timeline is drawn with.</summary>
internal static class SvgNodes
{
    internal static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    internal static XElement Node(string name, params (string Name, object Value)[] attributes) =>
        new(Namespace + name, attributes.Select(one => new XAttribute(one.Name, one.Value is double number ? Number(number) : one.Value)));

    internal static XElement Text(double x, double y, string text, string style, string anchor = "start")
    {
        var node = Node("text", ("x", x), ("y", y), ("class", style), ("text-anchor", anchor));
        node.Value = text;
        return node;
    }

    internal static XElement Line(double x1, double y1, double x2, double y2, string style) =>
        Node("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("class", style));

    internal static XElement Titled(this XElement node, string title)
    {
        node.Add(new XElement(Namespace + "title", title));
        return node;
    }

    internal static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
