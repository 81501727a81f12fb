import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstWeekday, monthsLater, today, weeksOf } from './days.ts';

test('a month is laid out in whole weeks, every day once', () => {
  for (const month of ['2026-02', '2024-02', '2026-11', '2026-08'])
    for (const first of [0, 1, 6]) {
      const weeks = weeksOf(month, first);
      assert.ok(weeks.every((week) => week.length === 7));
      const days = weeks.flat().filter((day) => day !== null);
      assert.equal(new Set(days).size, days.length);
      assert.equal(days.length, new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate());
      for (const week of weeks)
        week.forEach((day, at) => day && assert.equal(new Date(`${day}T12:00`).getDay(), (first + at) % 7, `${day} stands at ${at}`));
    }
});

test('months go on over the year’s end', () => {
  assert.equal(monthsLater('2026-12', 1), '2027-01');
  assert.equal(monthsLater('2026-01', -1), '2025-12');
});

test('a day is the shopper’s own, not that of Greenwich', () => assert.equal(today(new Date(2026, 10, 5, 0, 30)), '2026-11-05'));

test('weeks begin as they do there', () => {
  assert.equal(firstWeekday('fr'), 1);
  assert.equal(firstWeekday('en-US'), 0);
});
