using System.Diagnostics.CodeAnalysis;

namespace TrustBot.Storage;

/// <summary>The values used most recently, as many as fit; the one not used for longest goes first.</summary>
/// <param name="capacity">What the weights of all values may add up to.</param>
internal sealed class Recent<T>(long capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Kept>> _kept = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> _order = [];
    private long _weight;

    public bool TryGet(string key, [MaybeNullWhen(false)] out T value)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out var node))
            {
                value = default;
                return false;
            }
            _order.Remove(node);
            _order.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    public void Set(string key, T value, long weight = 1)
    {
        lock (_gate)
        {
            Drop(key);
            _kept[key] = _order.AddFirst(new Kept(key, value, weight));
            _weight += weight;
            while (_weight > capacity) Drop(_order.Last!.Value.Key);
        }
    }

    public void Forget(string key)
    {
        lock (_gate) Drop(key);
    }

    private void Drop(string key)
    {
        if (!_kept.Remove(key, out var node)) return;
        _order.Remove(node);
        _weight -= node.Value.Weight;
    }

    private sealed record Kept(string Key, T Value, long Weight);
}
