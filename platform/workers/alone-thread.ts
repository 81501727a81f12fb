import { parentPort, workerData } from 'node:worker_threads';
import runTask, { type ThreadTask } from './run-task.ts';

/** What a thread of one task does: that, and its answer. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
parentPort!.postMessage(await runTask(workerData as ThreadTask));
