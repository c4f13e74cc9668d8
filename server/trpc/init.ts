import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { DomainError, notFound } from '#server/kernel/errors.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { asSet } from '#server/portal/public.ts'

const CODES: Record<number, TRPCError['code']> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
}

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => {
    const domain = error.cause instanceof DomainError ? error.cause : null
    const { stack, ...data } = shape.data
    // Of a fault of ours nothing is told: its message may quote the query.
    const message = shape.data.code === 'INTERNAL_SERVER_ERROR' ? 'kernel.fault' : shape.message
    return {
      ...shape,
      message,
      data: { ...data, domainCode: domain?.code ?? null, details: domain?.details ?? null },
    }
  },
})

export const { router, createCallerFactory } = t

const translated = t.middleware(async ({ next }) => {
  const result = await next()
  if (result.ok || !(result.error.cause instanceof DomainError)) return result
  const { status, code } = result.error.cause
  throw new TRPCError({
    code: CODES[status] ?? 'INTERNAL_SERVER_ERROR',
    message: code,
    cause: result.error.cause,
  })
})

/** Every input carries its network: one that is unknown answers like anything else that is not there. */
export const procedure = t.procedure
  .use(translated)
  .input(z.object({ network: z.string().max(60) }))
  .use(async ({ ctx, input, next }) => {
    const network = activeNetwork(input.network)
    if (!network) throw notFound()
    return next({ ctx: { ...ctx, network: await asSet(network) } })
  })
