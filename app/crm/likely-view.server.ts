import { formatSiren } from '#packages/identifiers/siren.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { communesMeant } from '#server/crm/organisation/find-commune.server.ts'
import { soughtOrganisation } from '#server/crm/organisation/find-likely.schema.ts'
import { findLikely, type LikelyOrganisation } from '#server/crm/organisation/find-likely.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { i18nFor } from '../i18n.server.ts'

/** Less likely than this is not worth stopping somebody who saves. */
const WORTH_ASKING = 0.65

export type ShownLikely = ReturnType<typeof shown>

type Typed = { name: string; acronym: string; siren: string; rna: string; commune: string }

/** The records that what is typed may well describe, as they are told apart. */
export async function likelyOrganisations(ctx: Context, typed: Typed, worthAsking = false) {
  const places = typed.commune.trim() ? communesMeant(typed.commune) : []
  const place = places.length === 1 ? places[0]! : null
  const { name, acronym, siren, rna } = typed
  const sought = soughtOrganisation.parse({
    name,
    acronym,
    siren,
    rna,
    insee: place?.insee ?? null,
    postalCode: place?.postalCode ?? null,
  })
  const found = await findLikely(ctx, sought)
  return found
    .filter(({ score, sure }) => !worthAsking || sure || score >= WORTH_ASKING)
    .map((one) => shown(one, ctx))
}

function shown(one: LikelyOrganisation, { locale, network }: Context) {
  const { t } = i18nFor(locale)
  const facts = [typeLabel(one.kind, null, locale), one.city, one.siren && formatSiren(one.siren), one.rna]
  return {
    id: one.id,
    name: one.acronym ? `${one.name} (${one.acronym})` : one.name,
    href: `/${network?.slug}/bureau/structures/${one.id}`,
    facts: facts.filter(Boolean).join(' · '),
    why: t(`crm:likely.why.${one.reason}`),
  }
}
