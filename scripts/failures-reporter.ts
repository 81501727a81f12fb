import type { TestEvent } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { countsLine, type Counts } from './test-counts.ts';

const around = fileURLToPath(new URL('test-process.ts', import.meta.url));

type Outcome = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>['data'];
type Failure = Extract<TestEvent, { type: 'test:fail' }>['data'];

/** Prints each failure whole, coverage when it was counted, and one line of counts. */
export default async function* failuresReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of source) {
    if ((event.type === 'test:pass' || event.type === 'test:fail') && isOnlyAround(event.data)) continue;
    if (event.type === 'test:pass') counts[event.data.skip === undefined ? 'passed' : 'skipped'] += 1;
    if (event.type === 'test:fail') {
      counts.failed += 1;
      yield describeFailure(event.data);
    }
    if (event.type === 'test:coverage') yield describeCoverage(event.data.summary);
  }
  yield countsLine(counts);
}

/** What holds tests is none; it fails by itself only when it cannot be read, or its house does not open or close. */
function isOnlyAround({ file, details }: Outcome): boolean {
  const is_around = details.type === 'suite' || file === around;
  const { failureType } = ('error' in details ? details.error : {}) as { failureType?: string };
  return is_around && (failureType === undefined || failureType === 'subtestsFailed');
}

function describeFailure({ name, file, details }: Failure): string {
  const { cause = details.error } = details.error as Error & { cause?: Error };
  return `\nFAILED ${name}\n  ${file ?? ''}\n${String(cause.stack ?? cause).replaceAll(/^/gm, '  ')}\n`;
}

function describeCoverage({ totals, files }: Extract<TestEvent, { type: 'test:coverage' }>['data']['summary']): string {
  const least = [...files]
    .sort((a, b) => a.coveredLinePercent - b.coveredLinePercent)
    .slice(0, 15)
    .map(({ path, coveredLinePercent }) => `  ${coveredLinePercent.toFixed(0).padStart(3)} %  ${path}`);
  return `\nLines covered: ${totals.coveredLinePercent.toFixed(1)} %. Least:\n${least.join('\n')}\n`;
}
