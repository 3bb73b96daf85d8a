/** Where a test registers what is to be done at its end: the context of a test of node:test, or `{ after }` of a suite. */
export interface Ending {
  after(action: () => Promise<void>): void;
}

const actions = new WeakMap<Ending, (() => Promise<void>)[]>();

/**
 * Does something at the end of a test. What was begun last is ended first: browsers before the site whose pages they
 * show. All of it happens, even if some fails; then the test fails too.
 */
export function atEnd(test: Ending, action: () => Promise<void>): void {
  const known = actions.get(test);
  if (known) {
    known.push(action);
    return;
  }
  const mine = [action];
  actions.set(test, mine);
  test.after(() => endAll(mine));
}

async function endAll(stack: (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (let action = stack.pop(); action; action = stack.pop()) {
    try {
      await action();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, 'Several things went wrong at the end of the test');
}
