import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { outcome_words, type Trial, type TrialSchema } from '#areas/fit/outcome-model/trials.ts';

/** A rental as a trial, and its day, by which nothing is predicted: it only puts rentals in order. */
export type Rental = Trial & { outcome: number; day: string };

/** What a shopper tells before the rental. The day of the review is no part of it. */
export const rental_schema: TrialSchema = {
  numbers: ['height_in', 'weight_lbs', 'bust_band', 'bust_cup', 'age', 'bmi'],
  words: ['body_type', 'rented_for'],
};

const cups = ['aa', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

/** Reads rentals as RecSys 2018 gives them (columns fit, user_id, item_id, ...). Throws with the line when one is broken. */
export function readRentals(path: string): Rental[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const rows = parse(text, { columns: true, skip_empty_lines: true }) as Record<string, string>[];
  return rows.map((row, i) => toRental(row, i + 2));
}

function toRental(row: Record<string, string>, line: number): Rental {
  const outcome = outcome_words.indexOf(row['fit'] as (typeof outcome_words)[number]);
  const size_value = Number(row['size']);
  if (outcome < 0 || !row['item_id'] || !Number.isFinite(size_value))
    throw new Error(`Line ${line} is no rental: fit, item_id and size are needed.`);
  const [height_in, weight_lbs, bust_cup] = [
    numberOf(row['height_in']),
    numberOf(row['weight_lbs']),
    cups.indexOf(row['bust_size_letter'] ?? ''),
  ];
  return {
    shopper: row['user_id']!,
    product: row['item_id'],
    brand: null,
    category: row['category']!,
    size: row['size']!,
    size_value,
    numbers: {
      height_in,
      weight_lbs,
      bust_band: numberOf(row['bust_size_num']),
      bust_cup: bust_cup < 0 ? null : bust_cup,
      age: numberOf(row['age']),
      bmi: height_in === null || weight_lbs === null ? null : weight_lbs / height_in ** 2,
    },
    words: { body_type: row['body_type'] || 'not told', rented_for: row['rented_for'] || 'not told' },
    outcome,
    day: row['review_date'] ?? '',
  };
}

function numberOf(text: string | undefined): number | null {
  return text ? Number(text) : null;
}
