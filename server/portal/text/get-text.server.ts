import { and, eq } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { networkPage } from '#db/schema/portal.ts'
import type { Context } from '#server/kernel/context.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { may } from '#server/kernel/permissions.ts'
import { portal } from '../permissions.ts'
import { defaultText } from './default-texts.ts'
import { firstWords, htmlOf } from './markdown.server.ts'
import type { TextKey } from './text.ts'

/** A published text as its page shows it; what is missing is told to those who can write it. */
export async function getText(ctx: Context, network: KnownNetwork, key: TextKey, top: 2 | 3 = 2) {
  const { locale, clock } = ctx
  const [written] = await publicDb()
    .select({ body: networkPage.body })
    .from(networkPage)
    .where(
      and(eq(networkPage.networkId, network.id), eq(networkPage.key, key), eq(networkPage.locale, locale)),
    )
  const { body, missing } = written
    ? { ...written, missing: [] }
    : defaultText(network, key, locale, clock.now())
  const mine = may({ ...ctx, network }, portal['site:edit'])
  return {
    html: htmlOf(body, top),
    summary: firstWords(body),
    editPath: mine ? `/${network.slug}/bureau/site/textes/${key}?langue=${locale}` : null,
    missing: mine ? missing : [],
  }
}
