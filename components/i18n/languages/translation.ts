/** Texts of one language, by key. */
export type Texts = Readonly<Record<string, string>>;

/** What a language says for an area, whose English texts these are. What is missing is said in English. */
export type Translation<English> = { readonly [Key in keyof English]?: string };
