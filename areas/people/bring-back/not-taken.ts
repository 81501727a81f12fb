import type { PersonalData } from '#platform/area/context.ts';

const names_max = 50;
/** Names as areas give them; what anybody else wrote there need not be repeated. */
const usual_name = /^[a-z_]{1,40}$/;

/** Lists what lies in a zip and is never brought back, by area and name: `people.sessions`. What is empty is not missed. */
export function listNotTaken(personal_data: ReadonlyMap<string, PersonalData>, areas: Record<string, unknown>): string[] {
  return [...personal_data]
    .flatMap(([area, { restore }]) => {
      const given = areas[area];
      if (typeof given !== 'object' || given === null) return [];
      return Object.entries(given)
        .filter(([name, value]) => usual_name.test(name) && !restore?.takes.includes(name) && !isEmpty(value))
        .map(([name]) => `${area}.${name}`);
    })
    .slice(0, names_max);
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
