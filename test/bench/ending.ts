/** Registers what is to be done at the end. */
export type AtEnd = (action: () => Promise<void>) => void;

/**
 * Runs something, and ends in any case what it started: last begun, first ended, and all of it.
 *
 * @throws what the work threw, or AggregateError when ending failed too
 */
export async function withEnding<Result>(work: (atEnd: AtEnd) => Promise<Result>): Promise<Result> {
  const actions: (() => Promise<void>)[] = [];
  const errors: unknown[] = [];
  const note = (error: unknown): void => void errors.push(error);
  const result = await work((action) => actions.push(action)).catch(note);
  for (let action = actions.pop(); action; action = actions.pop()) await action().catch(note);
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, 'the bench failed, and could not be ended properly');
  return result as Result;
}
