/** What stands for each `{placeholder}` of a text. Strangers' words are safe here: the result is only ever text. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** The text with its placeholders filled in; one without a value stays as it is. */
export const fillIn = (text: string, params: MessageParams): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));
