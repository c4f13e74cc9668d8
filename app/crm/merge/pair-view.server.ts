import { days } from '#packages/referentials/dates.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { differs, FIELDS, type FieldKey, proposed, type Side } from '#server/crm/merge/fields.ts'
import type { PairToMerge } from '#server/crm/merge/get-pair.server.ts'
import type { OrganisationRow } from '#server/crm/organisation/locked-organisation.server.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { saidIn } from './pair-words.server.ts'

export type PairView = ReturnType<typeof pairView>

/** Two records side by side: what they say otherwise, what they say alike, and what would be carried. */
export function pairView(
  pair: PairToMerge,
  own: OwnField[],
  kept: Side,
  { network, locale }: NetworkContext,
) {
  const two = { left: pair.left, right: pair.right }
  const usual = proposed(two, kept)
  const date = days(locale, network.timeZone)
  const desk = `/${network.slug}/bureau`
  const field = ({ key, ...about }: (typeof FIELDS)[number]) => ({
    key: key as FieldKey,
    left: saidIn(key, pair.left, pair.names, own, locale),
    right: saidIn(key, pair.right, pair.names, own, locale),
    both: 'both' in about,
    choice: usual[key],
  })
  const record = (row: OrganisationRow) => ({
    id: row.id,
    name: row.name,
    acronym: row.acronym,
    version: row.version,
    what: [typeLabel(row.kind, row.subkind, locale), row.postalCode, row.city].filter(Boolean).join(' · '),
    published: row.publishedAt !== null,
    slug: row.slug,
    since: date.format(row.createdAt),
    changed: date.format(row.updatedAt),
    href: `${desk}/structures/${row.id}`,
  })
  const unlike = FIELDS.filter((one) => differs(two, one))
  return {
    kept,
    left: record(pair.left),
    right: record(pair.right),
    reasons: pair.reasons,
    apart: pair.apartAt ? { on: date.format(new Date(pair.apartAt)), by: pair.apartBy } : null,
    unlike: unlike.map(field),
    alike: FIELDS.filter((one) => !unlike.includes(one))
      .map(field)
      .filter(({ left }) => left !== null),
    counts: pair.counts,
    clashes: pair.clashes.map(({ year, left, right }) => ({
      year,
      left: String(left.college ?? ''),
      right: String(right.college ?? ''),
    })),
    sameName: pair.left.name === pair.right.name,
    list: `${desk}/doublons`,
    here: `${desk}/doublons/${pair.left.id}/${pair.right.id}`,
  }
}
