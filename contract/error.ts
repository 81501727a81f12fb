import * as z from 'zod';
import { error_codes, type ErrorCode } from './error-codes.ts';
import { time } from './values.ts';

/** The one shape of every error. */
export const errorBody = z.object({
  error: z.object({
    code: z.enum(Object.keys(error_codes) as [ErrorCode, ...ErrorCode[]]),
    message: z.string().meta({ description: 'What happened and what to do next, for people' }),
    request_id: z.string(),
    timestamp: time,
    fields: z.record(z.string(), z.string()).optional().meta({ description: 'Field to what is wrong with it' }),
  }),
});
export type ErrorBody = z.infer<typeof errorBody>;
