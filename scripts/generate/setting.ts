/** What the generator needs to know of a setting. */
export interface Setting {
  /** As it would be written in the environment. */
  default: string;
  is_secret?: boolean;
  doc: string;
}

export type SettingTable = Readonly<Record<string, Setting>>;
