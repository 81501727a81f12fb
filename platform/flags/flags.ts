/** What an operator turns on and off, or gives to a share of people, without a restart: see README.md here. */
export interface Flags {
  /** Gives the text of a flag for somebody, the same each time; the fallback where nothing is said of the flag, or it is off. */
  text: (name: string, about: FlagQuestion<string>) => Promise<string>;
  isOn: (name: string, about: FlagQuestion<boolean>) => Promise<boolean>;
}

export interface FlagQuestion<T> {
  /** Whom it is about: the id of a person, or whatever must always get the same answer. */
  key: string;
  fallback: T;
  /** What counts where the flag is named but gives no such value: it is disabled, or of another kind. Left out, the fallback. */
  unclear?: T;
}
