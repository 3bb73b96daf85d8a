/**
 * Loaded before every test in a browser: whatever is told to `console.error` fails the test that is running, as an
 * unhandled rejection does by itself. Who expects an error says so with {@link expectConsoleErrors}.
 */
// The runner announces a rejected promise in a line of its own before it tells the error itself.
const expected = [/^An error was thrown in a Promise outside a test/];

/* eslint-disable no-console -- it is what this file is about */
const original = console.error.bind(console);
console.error = (...data: unknown[]): void => {
  original(...data);
  const text = data.map(String).join(' ');
  if (!expected.some((pattern) => pattern.test(text))) reportError(new Error(`console.error was called: ${text}`));
};

/**
 * While the action runs, errors that match may be told to the console.
 * @returns what the action returns
 */
export async function expectConsoleErrors<Result>(pattern: RegExp, action: () => Result | Promise<Result>): Promise<Result> {
  expected.push(pattern);
  try {
    return await action();
  } finally {
    expected.splice(expected.indexOf(pattern), 1);
  }
}
