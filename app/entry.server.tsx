import { Transform } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { log } from '#server/kernel/log.ts'
import { i18nFor } from './i18n.server.ts'
import { NonceContext } from './ui/nonce.ts'

const PATIENCE_MS = 10_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  load: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false
    const patience = setTimeout(() => abort(), PATIENCE_MS)
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={load.nonce}>
        <I18nextProvider i18n={i18nFor(load.context.locale)}>
          <RemixServer context={remix} url={request.url} nonce={load.nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: load.nonce,
        onAllReady() {
          clearTimeout(patience)
          const body = withoutPadding()
          headers.set('content-type', 'text/html; charset=utf-8')
          headers.append('vary', 'accept-language, cookie')
          // Signed in, nothing stays in the browser: Back after signing out shows no private page.
          headers.set('cache-control', load.context.account ? 'private, no-store' : 'private, no-cache')
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
          )
          pipe(body)
        },
        onShellError(error) {
          clearTimeout(patience)
          reject(error)
        },
        onError(error) {
          failed = true
          log.error({ err: error, requestId: load.context.requestId }, 'rendering failed')
        },
      },
    )
  })
}

/** React 18 ends a block of 2 KB with NUL bytes when a letter of several bytes no longer fits in it. */
function withoutPadding() {
  return new Transform({
    transform(block: Buffer, _, done) {
      done(null, block.includes(0) ? block.filter((byte) => byte !== 0) : block)
    },
  })
}

/** What loaders and actions did not foresee; refusals they did foresee are responses and do not come here. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (request.signal.aborted) return
  log.error({ err: error, requestId: context.context.requestId }, 'page failed')
}
