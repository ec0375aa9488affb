// source: structure of macote/Winook issue #27 (hooks disposed by their owner)
// class: A1
// note: generic base keeps static-typed children in a Hashtable; Dispose of the child calls a protected method of the owner
using System;
using System.Collections;
using System.Linq;

namespace Corpus.Own.R629;

public abstract class HookHost<THook> : IDisposable where THook : HookBase
{
    private readonly Hashtable _hooks = new();

    protected void Attach(int id, THook hook)
    {
        hook.Released += (_, _) => _hooks.Remove(id);
        _hooks[id] = hook;
    }

    public void Dispose()
    {
        foreach (THook hook in _hooks.Values) // MAY: A1
            hook.Dispose(); // BUG: A1
    }

    public void DisposeFixed()
    {
        foreach (var hook in _hooks.Values.Cast<THook>().ToArray())
            hook.Dispose();
    }
}

public abstract class HookBase : IDisposable
{
    public event EventHandler? Released;

    public void Dispose()
    {
        Unhook();
        Released?.Invoke(this, EventArgs.Empty);
    }

    protected abstract void Unhook();
}

public sealed class MouseHook : HookBase
{
    protected override void Unhook() => Console.WriteLine("mouse unhooked");
}

public sealed class MouseHost : HookHost<MouseHook>
{
    public void Install(int process) => Attach(process, new MouseHook());
}
