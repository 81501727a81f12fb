import { s3Server } from './s3-server.ts';

/** Serves the small S3 of the tests as a process of its own until it is ended; prints its address for TEST_S3_URL. */
const { url } = await s3Server(Number(process.argv[2] ?? 0));
process.stdout.write(`${url()}\n`);
