export const themes = ['both', 'light', 'dark'] as const;

/** How the page of components is looked at; all of it stands in the address, so that a view can be linked and tested. */
export interface DesignSearch {
  theme?: 'light' | 'dark';
  is_large?: boolean;
  is_still?: boolean;
  is_rtl?: boolean;
}

/** Reads the address; what it does not know is not said. */
export function readDesignSearch({ theme, is_large, is_still, is_rtl }: Record<string, unknown>): DesignSearch {
  return {
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(is_large === true ? { is_large } : {}),
    ...(is_still === true ? { is_still } : {}),
    ...(is_rtl === true ? { is_rtl } : {}),
  };
}
