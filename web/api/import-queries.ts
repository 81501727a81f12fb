import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Client } from '#contract/client.ts';
import type { DataImport } from '#contract/imports.ts';
import { useApi } from './api-context.ts';
import { sendFile } from './send-file.ts';
import { forgetUnsentImport, isUnsentImport, keepUnsentImport } from './unsent-import.ts';

const import_key = ['import'] as const;
const sending_key = ['import-sending'] as const;
/** Small enough for thirty seconds on a slow line, large enough that a gigabyte is a few hundred. */
const piece_bytes = 4 * 1024 * 1024;
/** Steps take a tenth of a second, or with a photo a whole one. */
const look_again_ms = 1000;

/** A file on its way, whatever page is open meanwhile. */
export interface SendingImport {
  state: 'sending' | 'lost' | 'failed';
  /** 0 to 1. */
  share: number;
  bytes: number;
  error: unknown;
  stop: () => void;
}

/** How far the last file is, and what came of it. */
export function useImport() {
  const call = useApi();
  return useQuery({
    queryKey: import_key,
    queryFn: async ({ signal }) => (await call('GET /v1/me/import', { signal })).import,
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? look_again_ms : false),
  });
}

/** The file that is on its way from here; null when none is. */
export function useSendingImport(): SendingImport | null {
  const { data } = useQuery<SendingImport | null>({ queryKey: sending_key, enabled: false, initialData: null, gcTime: Infinity });
  return data;
}

/** Sends a file and has it read; what becomes of it is told by the two above. A file that broke off goes on where it stood. */
export function useBringBack() {
  const call = useApi();
  const queries = useQueryClient();
  return async (file: File): Promise<void> => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const tell = (part: Partial<SendingImport>) =>
      queries.setQueryData<SendingImport | null>(sending_key, (now) =>
        signal.aborted ? null : { ...(now ?? { state: 'sending', share: 0, bytes: file.size, error: null, stop }), ...part },
      );
    let id: string | undefined;
    const stop = () => {
      stopping.abort();
      forgetUnsentImport();
      queries.setQueryData(sending_key, null);
      // Nobody waits for it: a day later it is gone by itself.
      if (id !== undefined)
        void call('DELETE /v1/me/import/{id}', { params: { id } }).then(
          () => forget(queries),
          () => undefined,
        );
    };
    queries.setQueryDefaults(sending_key, { gcTime: Infinity });
    queries.setQueryData<SendingImport>(sending_key, { state: 'sending', share: 0, bytes: file.size, error: null, stop });
    try {
      const begun = (await findBegun(call, file)) ?? (await call('POST /v1/me/import', { body: { size_bytes: file.size } }));
      ({ id } = begun.import);
      signal.throwIfAborted();
      keepUnsentImport(id, file);
      await sendFile({
        file,
        upload_url: begun.upload_url,
        piece_bytes,
        signal,
        onProgress: (share) => tell({ share, state: 'sending' }),
        onWait: () => tell({ state: 'lost' }),
      });
      const started = await call('POST /v1/me/import/{id}', { params: { id } });
      forgetUnsentImport();
      queries.setQueryData(import_key, started);
      queries.setQueryData(sending_key, null);
    } catch (error) {
      tell({ state: 'failed', error });
    }
  };
}

/** The import that was begun here with this very file, while the rest of it is waited for. */
async function findBegun(call: Client, file: File): Promise<{ import: DataImport; upload_url: string } | undefined> {
  const { import: last, upload_url } = await call('GET /v1/me/import', {});
  return last && upload_url !== null && isUnsentImport(last.id, file) ? { import: last, upload_url } : undefined;
}

const forget = (queries: QueryClient) => queries.invalidateQueries({ queryKey: import_key });

/** Stops what is read, or lets go of what was told. */
export function useForgetImport() {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /v1/me/import/{id}', { params: { id } }),
    onSuccess: () => queries.setQueryData(import_key, null),
  });
}
