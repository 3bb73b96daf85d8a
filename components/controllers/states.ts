/**
 * Shows custom states to CSS, as `:state(name)` (HTML, CustomStateSet). Browsers without them, or with the earlier
 * `--name` syntax only, show none: nothing else depends on it.
 */
export function setStates(internals: ElementInternals, states: Readonly<Record<string, boolean>>): void {
  for (const [name, on] of Object.entries(states)) {
    try {
      internals.states[on ? 'add' : 'delete'](name);
    } catch {
      return;
    }
  }
}
