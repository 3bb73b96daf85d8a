const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** Numbers and times, as they are written in one locale. */
export class Figures {
  readonly locale: string;
  readonly #clock: Intl.DateTimeFormat;
  readonly #number: Intl.NumberFormat;
  readonly #sizes = new Map<string, Intl.NumberFormat>();

  constructor(locale: string) {
    this.locale = locale;
    this.#clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
    this.#number = new Intl.NumberFormat(locale);
  }

  /** “2:05 PM”, “14:05”. */
  timeOf(milliseconds: number): string {
    return this.#clock.format(milliseconds);
  }

  /** “4,000”, “4.000”. */
  numberOf(number: number): string {
    return this.#number.format(number);
  }

  /** “512 bytes”, “3.4 MB”, “3,4 MB”: of 1,000 each, as the prefixes of the SI mean. */
  sizeOf(bytes: number): string {
    const step = bytes < 1000 ? 0 : bytes < 999_950 ? 1 : 2;
    const unit = UNITS[step] ?? 'byte';
    let format = this.#sizes.get(unit);
    if (!format) {
      format = new Intl.NumberFormat(this.locale, {
        style: 'unit',
        unit,
        unitDisplay: step ? 'short' : 'long',
        maximumFractionDigits: 1,
      });
      this.#sizes.set(unit, format);
    }
    return format.format(bytes / 1000 ** step);
  }
}
