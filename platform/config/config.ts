import { resolve } from 'node:path';
import type { Settings } from './settings.ts';

/** The settings, checked, with what follows from them. */
export type Config = Readonly<Settings> & { readonly version: string };

/** Where people reach this server, without a slash at the end. */
export const publicUrl = (config: Config): string => (config.PUBLIC_URL || `http://localhost:${config.PORT}`).replace(/\/$/, '');

export const dataDir = (config: Config): string => resolve(config.DATA_DIR);

/** Whether a house in which nobody has been yet is shown with invented boutiques. */
export const wantsDemo = ({ DEMO, ENVIRONMENT }: Pick<Config, 'DEMO' | 'ENVIRONMENT'>): boolean =>
  DEMO === 'true' || (DEMO === 'auto' && ENVIRONMENT === 'development');
