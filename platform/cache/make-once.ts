interface Steps<T> {
  look: () => Promise<{ value: unknown } | undefined>;
  make: () => Promise<T>;
  keep: (value: T) => Promise<void>;
}

export interface MakeOnce {
  make: <T>(key: string, steps: Steps<T>) => Promise<T>;
  /** What is being made now may be the old value: it is given to those who wait, and not kept. */
  forget: (key: string) => void;
}

/** Lets all who ask for one key at the same time share one look and one making. */
export function makeOnce(): MakeOnce {
  const under_way = new Map<string, Promise<unknown>>();
  return {
    forget: (key) => void under_way.delete(key),
    make: async <T>(key: string, { look, make, keep }: Steps<T>): Promise<T> => {
      const others = under_way.get(key);
      if (others) return others as Promise<T>;
      const isCurrent = () => under_way.get(key) === mine;
      const lookOrMake = async (): Promise<T> => {
        const found = await look();
        if (found) return found.value as T;
        const value = await make();
        if (isCurrent()) await keep(value);
        return value;
      };
      const mine = lookOrMake();
      under_way.set(key, mine);
      return mine.finally(() => (isCurrent() ? under_way.delete(key) : undefined));
    },
  };
}
