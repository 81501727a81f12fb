const cm_per_inch = 2.54;

/** Says what is wrong with a height that no body has in centimetres, and how many of them were probably meant: 5.1 and 510 are 5 ft 10. */
export function heightOutside(value: number, [min_cm, max_cm]: readonly [number, number]): string {
  const readings = possibleReadings(value).filter(({ height_cm }) => height_cm >= min_cm && height_cm <= max_cm);
  const meant = readings.map(({ written, height_cm }) => `${Math.round(height_cm)} if you meant ${written}`);
  const way_on = meant.length > 0 ? ` Enter ${meant.join(', or ')}.` : '';
  return `A height lies between ${min_cm} and ${max_cm} cm.${way_on}`;
}

type Reading = { written: string; height_cm: number };

function possibleReadings(value: number): Reading[] {
  const others = [
    { written: `${value} m`, height_cm: value * 100 },
    { written: `${value} mm`, height_cm: value / 10 },
    { written: `${value} in`, height_cm: value * cm_per_inch },
  ];
  return [...feetReadings(value), ...others];
}

/** A number keeps no last zero, so 5.1 may have been typed as 5.1 or as 5.10. */
function feetReadings(value: number): Reading[] {
  const parts = /^([3-7])(?:\.(\d{1,2})|(\d\d))?$/.exec(String(value));
  if (!parts) return [];
  const told = parts[2] ?? parts[3] ?? '0';
  const possible = told === '1' && parts[2] ? [1, 10] : [Number(told)];
  const feet = Number(parts[1]);
  return possible
    .filter((inches) => inches < 12)
    .map((inches) => ({ written: `${feet} ft ${inches} in`, height_cm: (feet * 12 + inches) * cm_per_inch }));
}
