import { parentPort, workerData } from 'node:worker_threads';
import runTask from './run-task.ts';

/** What a thread of one task does: that, and its answer. */
parentPort!.postMessage(await runTask(workerData as Parameters<typeof runTask>[0]));
