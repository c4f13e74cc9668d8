import type { BrowserContext } from '@playwright/test'

/** A page that answers with a refusal is still a page: the browser says so in the console as of a fault. */
const REFUSED_PAGE = /^Failed to load resource: the server responded with a status of 4(?:01|03|04|09|22) /

/** A page left while suggestions were still on their way says so: they were given up on purpose. */
const LEFT_WHILE_ASKING = /^AbortError: /

/** What goes wrong without being seen, in every page of this browser; the list fills as it happens. */
export function watch(context: BrowserContext, origin: string): string[] {
  const faults: string[] = []
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    const { url } = message.location()
    if (LEFT_WHILE_ASKING.test(message.text())) return
    if (REFUSED_PAGE.test(message.text()) && !/\/assets\/|favicon|\/api\//.test(url)) return
    faults.push(`console: ${message.text()} (${url})`)
  })
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().stack ?? error.error()}`))
  context.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob|about):/.test(url))
      faults.push(`request elsewhere: ${url}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // A page left while it was still asking for something; a script not fetched where scripts are off.
    if (!['net::ERR_ABORTED', 'csp'].includes(why)) faults.push(`failed: ${request.url()} ${why}`)
  })
  return faults
}
