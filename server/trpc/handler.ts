import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { Context } from '#server/kernel/context.ts'
import { log } from '#server/kernel/log.ts'
import { appRouter } from './router.ts'

const LARGEST_BATCH = 10

export function handleTrpc(request: Request, context: Context): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => context,
    maxBatchSize: LARGEST_BATCH,
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR')
        log.error({ path, requestId: context.requestId, error }, 'procedure failed')
    },
  })
}
