import type { Context } from '#server/kernel/context.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { getText } from '#server/portal/text/get-text.server.ts'
import { PATHS, TEXTS } from '#server/portal/text/text.ts'
import { i18nFor } from '../i18n.server.ts'
import { nameOf } from '../shell.server.ts'

/** The text an address asks for, by its last word. */
export async function textPage(request: Request, ctx: Context, network: KnownNetwork) {
  const path = new URL(request.url).pathname.replace(/\.data$/, '')
  const key = TEXTS.find((one) => PATHS[one] !== '' && path.endsWith(PATHS[one])) ?? 'legal'
  const heading = i18nFor(ctx.locale).t(`portal:text.${key}`)
  const name = nameOf(network)
  return { heading, title: `${heading} — ${name}`, ...(await getText(ctx, network, key)) }
}
